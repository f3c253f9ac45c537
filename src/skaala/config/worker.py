"""The worker's process: delivers letters and does what happens by itself at its time."""

from __future__ import annotations

import argparse
from typing import cast

from skaala.config.supervise import end_with_parent


def main() -> None:
    """Work off the queue until told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--alone", action="store_true", help="no other worker uses this database")
    options = parser.parse_args()
    end_with_parent()
    import django

    django.setup()
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    if options.alone:
        take_over_left_jobs()
    connector = cast(DjangoConnector, app.connector).get_worker_connector()
    with app.replace_connector(connector) as working:
        working.run_worker(
            concurrency=4,
            # Workers poll: a NOTIFY in each registration's transaction would make commits wait for one another.
            listen_notify=False,
            fetch_job_polling_interval=0.5,
            delete_jobs="successful",
        )


def take_over_left_jobs() -> None:
    """Queue again what the last worker had in hand when it was killed; only right while no other worker runs."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'todo', worker_id = NULL, scheduled_at = NULL WHERE status = 'doing'"
        )
    connection.close()


if __name__ == "__main__":
    main()
