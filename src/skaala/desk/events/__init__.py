"""The events of a series: form, programme, seats, join link, cancelling."""
