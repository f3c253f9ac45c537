from django.db import migrations

NEVER_EMPTIED = """
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON people_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON people_auditlink
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON people_auditpersonal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
"""
EMPTIED = """
DROP TRIGGER never_emptied ON people_auditpersonal;
DROP TRIGGER never_emptied ON people_auditlink;
DROP TRIGGER never_emptied ON people_auditentry;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0011_audit_trail")]
    operations = [migrations.RunSQL(NEVER_EMPTIED, EMPTIED)]
