"""A role in one series ends with its account: one that is opened again later by an invitation has what that gives, and no more."""

from django.db import migrations

END = """
CREATE FUNCTION series_roles_end_with_the_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE series_seriesrole SET ended_at = now() WHERE account_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER series_roles_end_with_the_account AFTER UPDATE OF is_active ON people_account
    FOR EACH ROW WHEN (OLD.is_active AND NOT NEW.is_active) EXECUTE FUNCTION series_roles_end_with_the_account();
"""

STAY = """
DROP TRIGGER series_roles_end_with_the_account ON people_account;
DROP FUNCTION series_roles_end_with_the_account();
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0015_unused_accounts"), ("series", "0013_partners")]

    operations = [migrations.RunSQL(END, STAY)]
