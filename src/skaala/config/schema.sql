-- Belongs to the migrations 7626011eb1bb80137a2b766f9dcc0684
SET LOCAL check_function_bodies = false;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.audit_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.refuse_another_tenant(what text, one bigint, other bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF one IS DISTINCT FROM other THEN
        RAISE EXCEPTION '% belongs to another organisation', what
            USING ERRCODE = 'check_violation', CONSTRAINT = what || '_within_tenant';
    END IF;
END $$;
CREATE FUNCTION public.reports_appendix_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE'
       AND EXISTS (SELECT 1 FROM reports_version WHERE id = OLD.version_id AND replaced_at IS NOT NULL) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the data of a published report never change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.reports_version_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.replaced_at IS NULL AND NEW.replaced_at IS NOT NULL
       AND NEW.contents = '{}'::jsonb AND NEW.snapshot = '{}'::jsonb
       AND (NEW.id, NEW.report_id, NEW.number, NEW.published_at, NEW.is_simulated)
         = (OLD.id, OLD.report_id, OLD.number, OLD.published_at, OLD.is_simulated) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a published report never changes; publish a new version' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.series_controller_within_tenant() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.controller_id IS NOT NULL THEN
        PERFORM refuse_another_tenant(
            'controller', NEW.tenant_id, (SELECT tenant_id FROM people_organisation WHERE id = NEW.controller_id));
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.series_involvement_within_tenant() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refuse_another_tenant(
        'involvement',
        (SELECT tenant_id FROM series_series WHERE id = NEW.series_id),
        (SELECT tenant_id FROM people_organisation WHERE id = NEW.organisation_id));
    RETURN NEW;
END $$;
CREATE FUNCTION public.series_partner_is_another() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.tenant_id = (SELECT tenant_id FROM series_series WHERE id = NEW.series_id) THEN
        RAISE EXCEPTION 'a series is shared with another organisation than its own'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'series_partner_is_another';
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.series_id, NEW.tenant_id) IS DISTINCT FROM (OLD.series_id, OLD.tenant_id) THEN
        RAISE EXCEPTION 'a sharing keeps its series and its partner'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'series_partner_is_kept';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
        RAISE EXCEPTION 'a sharing that has ended stays ended'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'series_partner_stays_ended';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.series_public_pages_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO series_publicversion (id, number) VALUES (1, nextval('series_public_version_number'))
    ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number;
    RETURN NULL;
END $$;
CREATE FUNCTION public.series_roles_end_with_the_account() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE series_seriesrole SET ended_at = now() WHERE account_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
END $$;
CREATE FUNCTION public.series_tenant_is_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM refuse_another_tenant(TG_TABLE_NAME, OLD.tenant_id, NEW.tenant_id);
    RETURN NEW;
END $$;
CREATE FUNCTION public.series_venue_within_tenant() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.venue_id IS NOT NULL THEN
        PERFORM refuse_another_tenant(
            'venue',
            (SELECT tenant_id FROM series_series WHERE id = NEW.series_id),
            (SELECT tenant_id FROM places_venue WHERE id = NEW.venue_id));
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.workshops_tell_live() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_TABLE_NAME = 'workshops_board' THEN
        PERFORM pg_notify('skaala_board', NEW.id::text);
    ELSE
        PERFORM pg_notify('skaala_board', coalesce(NEW.board_id, OLD.board_id)::text);
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.workshops_tell_live_of_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM pg_notify('skaala_board', board_id::text) FROM workshops_statement
        WHERE root_id = coalesce(NEW.root_id, OLD.root_id);
    RETURN NULL;
END $$;
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_action (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    state character varying(10) NOT NULL,
    owner_elsewhere character varying(200) NOT NULL,
    name jsonb NOT NULL,
    summary jsonb NOT NULL,
    steps jsonb NOT NULL,
    core jsonb NOT NULL,
    adaptable jsonb NOT NULL,
    scaling character varying(15) NOT NULL,
    themes character varying(15)[] NOT NULL,
    goals smallint[] NOT NULL,
    effects jsonb NOT NULL,
    measured_how jsonb NOT NULL,
    cost jsonb NOT NULL,
    staff_time jsonb NOT NULL,
    saving jsonb NOT NULL,
    conditions jsonb NOT NULL,
    legal_basis jsonb NOT NULL,
    responsible character varying(300) NOT NULL,
    status character varying(10) NOT NULL,
    began_on date,
    began_precision character varying(5) NOT NULL,
    ended_on date,
    ended_precision character varying(5) NOT NULL,
    lessons jsonb NOT NULL,
    profile jsonb NOT NULL,
    source jsonb NOT NULL,
    source_url character varying(500) NOT NULL,
    is_simulated boolean NOT NULL,
    adopters integer NOT NULL,
    last_adopted_on date,
    documented smallint NOT NULL,
    search tsvector,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    confirmed_by_id bigint,
    finding_id uuid,
    owner_id character varying(3),
    series_id bigint,
    statement_id uuid,
    needs character varying(20)[] NOT NULL,
    claim character varying(32) NOT NULL,
    CONSTRAINT a_published_action_has_an_owner CHECK (((NOT ((state)::text = 'published'::text)) OR (owner_id IS NOT NULL) OR (NOT ((owner_elsewhere)::text = ''::text)))),
    CONSTRAINT a_published_action_says_since_when CHECK (((NOT ((state)::text = 'published'::text)) OR (published_at IS NOT NULL))),
    CONSTRAINT an_action_has_a_name CHECK ((NOT (name = '{}'::jsonb))),
    CONSTRAINT catalogue_action_adopters_check CHECK ((adopters >= 0)),
    CONSTRAINT catalogue_action_documented_check CHECK ((documented >= 0))
);
ALTER TABLE public.catalogue_action ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_action_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_actioncontact (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    job_title character varying(200) NOT NULL,
    language character varying(16) NOT NULL,
    generation integer NOT NULL,
    is_simulated boolean NOT NULL,
    consented_on date NOT NULL,
    keep_until date NOT NULL,
    ask_on date NOT NULL,
    unanswered smallint NOT NULL,
    answered_on date,
    action_id bigint NOT NULL,
    CONSTRAINT a_contact_is_kept_after_its_consent CHECK ((keep_until >= consented_on)),
    CONSTRAINT catalogue_actioncontact_generation_check CHECK ((generation >= 0)),
    CONSTRAINT catalogue_actioncontact_unanswered_check CHECK ((unanswered >= 0))
);
CREATE TABLE public.catalogue_actionfile (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    heads jsonb NOT NULL,
    rows jsonb NOT NULL,
    columns jsonb NOT NULL,
    language character varying(16) NOT NULL,
    state character varying(10) NOT NULL,
    alike jsonb NOT NULL,
    twice jsonb NOT NULL,
    compared_with character varying(10) NOT NULL,
    decisions jsonb NOT NULL,
    added integer NOT NULL,
    linked integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    account_id bigint,
    CONSTRAINT catalogue_actionfile_added_check CHECK ((added >= 0)),
    CONSTRAINT catalogue_actionfile_linked_check CHECK ((linked >= 0))
);
CREATE TABLE public.catalogue_actionlink (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    label character varying(200) NOT NULL,
    url character varying(500) NOT NULL,
    "order" smallint NOT NULL,
    action_id bigint NOT NULL,
    CONSTRAINT catalogue_actionlink_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.catalogue_actionlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_actionlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_adoption (
    id bigint NOT NULL,
    stage character varying(10) NOT NULL,
    since date,
    "precision" character varying(5) NOT NULL,
    running_since date,
    is_simulated boolean NOT NULL,
    action_id bigint NOT NULL,
    learned_from_id character varying(3),
    municipality_id character varying(3) NOT NULL
);
ALTER TABLE public.catalogue_adoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_adoption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_adoptionreport (
    id bigint NOT NULL,
    stage character varying(10) NOT NULL,
    "on" date NOT NULL,
    "precision" character varying(5) NOT NULL,
    adapted jsonb NOT NULL,
    note jsonb NOT NULL,
    evidence_url character varying(500) NOT NULL,
    units_reached smallint,
    units_total smallint,
    units character varying(60) NOT NULL,
    source character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    looked_at timestamp with time zone,
    reporter_email character varying(254) NOT NULL,
    keep_until date,
    adoption_id bigint NOT NULL,
    learned_from_id character varying(3),
    looked_at_by_id bigint,
    reason_id bigint,
    CONSTRAINT an_end_has_a_reason CHECK (((NOT ((stage)::text = ANY ((ARRAY['declined'::character varying, 'stopped'::character varying])::text[]))) OR (reason_id IS NOT NULL))),
    CONSTRAINT catalogue_adoptionreport_units_reached_check CHECK ((units_reached >= 0)),
    CONSTRAINT catalogue_adoptionreport_units_total_check CHECK ((units_total >= 0)),
    CONSTRAINT units_reached_are_among_all CHECK (((units_reached IS NULL) OR (units_total IS NULL) OR (units_reached <= units_total)))
);
ALTER TABLE public.catalogue_adoptionreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_adoptionreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_catalogueemail (
    email_id uuid NOT NULL,
    contact_id uuid,
    follow_up_id uuid,
    question_id bigint,
    keeper_id uuid
);
CREATE TABLE public.catalogue_followup (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(16) NOT NULL,
    asked_for_at timestamp with time zone NOT NULL,
    consented_on date,
    ask_on date,
    ends_on date,
    unanswered smallint NOT NULL,
    ended_on date,
    action_id bigint,
    municipality_id character varying(3),
    step_id uuid,
    CONSTRAINT an_ended_follow_up_names_nobody CHECK (((ended_on IS NULL) OR ((ask_on IS NULL) AND ((email)::text = ''::text) AND ((name)::text = ''::text)))),
    CONSTRAINT catalogue_followup_unanswered_check CHECK ((unanswered >= 0))
);
CREATE TABLE public.catalogue_followupquestion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    asked_on date NOT NULL,
    answer character varying(12) NOT NULL,
    answered_on date,
    follow_up_id uuid NOT NULL,
    report_id bigint,
    CONSTRAINT catalogue_followupquestion_number_check CHECK ((number >= 0))
);
ALTER TABLE public.catalogue_followupquestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_followupquestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_interest (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    said_on date NOT NULL,
    action_id bigint,
    board_id bigint NOT NULL,
    municipality_id character varying(3) NOT NULL,
    root_id uuid NOT NULL
);
CREATE TABLE public.catalogue_keeper (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(16) NOT NULL,
    generation integer NOT NULL,
    is_simulated boolean NOT NULL,
    asked_for_at timestamp with time zone NOT NULL,
    agreed_on date,
    keep_until date NOT NULL,
    ask_on date,
    unanswered smallint NOT NULL,
    answered_on date,
    municipality_id character varying(3) NOT NULL,
    CONSTRAINT catalogue_keeper_generation_check CHECK ((generation >= 0)),
    CONSTRAINT catalogue_keeper_unanswered_check CHECK ((unanswered >= 0)),
    CONSTRAINT only_a_keeper_who_was_agreed_is_asked CHECK (((agreed_on IS NOT NULL) OR (ask_on IS NULL)))
);
CREATE TABLE public.catalogue_knowncolumns (
    key character varying(64) NOT NULL,
    columns jsonb NOT NULL,
    language character varying(16) NOT NULL,
    used_at timestamp with time zone NOT NULL
);
CREATE TABLE public.catalogue_readiness (
    id bigint NOT NULL,
    answers jsonb NOT NULL,
    source character varying(10) NOT NULL,
    answered_on date NOT NULL,
    action_id bigint NOT NULL,
    answered_by_id bigint,
    municipality_id character varying(3) NOT NULL
);
ALTER TABLE public.catalogue_readiness ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_readiness_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_spreadforecast (
    action_id bigint NOT NULL,
    too_early character varying(30) NOT NULL,
    turning_point smallint,
    ceiling integer NOT NULL,
    expected jsonb NOT NULL,
    basis jsonb NOT NULL,
    CONSTRAINT catalogue_spreadforecast_ceiling_check CHECK ((ceiling >= 0)),
    CONSTRAINT catalogue_spreadforecast_turning_point_check CHECK ((turning_point >= 0))
);
CREATE TABLE public.catalogue_suggestion (
    id bigint NOT NULL,
    place_for_municipality smallint,
    place_for_action smallint,
    why jsonb NOT NULL,
    action_id bigint NOT NULL,
    municipality_id character varying(3) NOT NULL,
    CONSTRAINT catalogue_suggestion_place_for_action_check CHECK ((place_for_action >= 0)),
    CONSTRAINT catalogue_suggestion_place_for_municipality_check CHECK ((place_for_municipality >= 0))
);
ALTER TABLE public.catalogue_suggestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_suggestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.evidence_bottleneck (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    place character varying(8) NOT NULL,
    name jsonb NOT NULL,
    "order" smallint NOT NULL,
    is_own boolean NOT NULL,
    is_retired boolean NOT NULL,
    tenant_id bigint,
    CONSTRAINT a_bottleneck_has_a_name CHECK ((NOT (name = '{}'::jsonb))),
    CONSTRAINT evidence_bottleneck_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.evidence_bottleneck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_bottleneck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.evidence_study (
    id bigint NOT NULL,
    title jsonb NOT NULL,
    authors character varying(300) NOT NULL,
    commissioners character varying(300) NOT NULL,
    year smallint,
    url character varying(500) NOT NULL,
    is_illustrative boolean NOT NULL,
    series_id bigint NOT NULL,
    CONSTRAINT evidence_study_year_check CHECK ((year >= 0))
);
ALTER TABLE public.evidence_study ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_study_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.evidence_studyfinding (
    id bigint NOT NULL,
    kind character varying(15) NOT NULL,
    text jsonb NOT NULL,
    passage character varying(100) NOT NULL,
    "order" smallint NOT NULL,
    bottleneck_id bigint,
    study_id bigint NOT NULL,
    CONSTRAINT evidence_studyfinding_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.evidence_studyfinding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_studyfinding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.evidence_supportmeasure (
    id bigint NOT NULL,
    kind character varying(15) NOT NULL,
    name jsonb NOT NULL,
    description jsonb NOT NULL,
    country character varying(2) NOT NULL,
    offered_by character varying(300) NOT NULL,
    url character varying(500) NOT NULL,
    source character varying(500) NOT NULL,
    source_url character varying(500) NOT NULL,
    is_illustrative boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    study_id bigint,
    tenant_id bigint,
    CONSTRAINT a_country_is_two_letters CHECK ((((country)::text = ''::text) OR ((country)::text ~ '^[A-Z]{2}$'::text)))
);
CREATE TABLE public.evidence_supportmeasure_answers (
    id bigint NOT NULL,
    supportmeasure_id bigint NOT NULL,
    bottleneck_id bigint NOT NULL
);
ALTER TABLE public.evidence_supportmeasure_answers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_supportmeasure_answers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.evidence_supportmeasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.evidence_supportmeasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mail_email (
    id uuid CONSTRAINT mail_letter_id_not_null NOT NULL,
    kind character varying(60) CONSTRAINT mail_letter_kind_not_null NOT NULL,
    to_address character varying(254) CONSTRAINT mail_letter_to_address_not_null NOT NULL,
    to_name character varying(200) CONSTRAINT mail_letter_to_name_not_null NOT NULL,
    language character varying(16) CONSTRAINT mail_letter_language_not_null NOT NULL,
    state character varying(10) CONSTRAINT mail_letter_state_not_null NOT NULL,
    message_id character varying(255) CONSTRAINT mail_letter_message_id_not_null NOT NULL,
    subject character varying(500) CONSTRAINT mail_letter_subject_not_null NOT NULL,
    attempts smallint CONSTRAINT mail_letter_attempts_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT mail_letter_created_at_not_null NOT NULL,
    next_attempt_at timestamp with time zone,
    sent_at timestamp with time zone,
    problem character varying(20) NOT NULL,
    problem_detail character varying(100) NOT NULL,
    sealed bytea NOT NULL,
    to_unconfirmed boolean NOT NULL,
    CONSTRAINT a_queued_email_is_due_some_time CHECK (((NOT ((state)::text = 'queued'::text)) OR (next_attempt_at IS NOT NULL))),
    CONSTRAINT a_sent_email_says_when CHECK ((((sent_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['sent'::character varying, 'bounced'::character varying])::text[]))) OR ((NOT ((state)::text = ANY ((ARRAY['sent'::character varying, 'bounced'::character varying])::text[]))) AND (sent_at IS NULL)))),
    CONSTRAINT mail_letter_attempts_check CHECK ((attempts >= 0))
);
CREATE TABLE public.people_account (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    language character varying(16) NOT NULL,
    is_active boolean NOT NULL,
    is_staff boolean NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.people_account_groups (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.people_account_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_account_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.people_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_account_user_permissions (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.people_account_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_account_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_accountsession (
    id bigint NOT NULL,
    session_key character varying(40) NOT NULL,
    signed_in_at timestamp with time zone NOT NULL,
    browser character varying(100) NOT NULL,
    account_id bigint NOT NULL
);
ALTER TABLE public.people_accountsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_accountsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_auditentry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action character varying(60) NOT NULL,
    account_number bigint,
    role character varying(12) NOT NULL,
    series_number bigint,
    details jsonb NOT NULL,
    personal_digest character varying(64) NOT NULL,
    tenant_id bigint NOT NULL
);
ALTER TABLE public.people_auditentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_auditentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_auditlink (
    id bigint NOT NULL,
    "position" bigint NOT NULL,
    digest character varying(64) NOT NULL,
    entry_id bigint NOT NULL,
    tenant_id bigint NOT NULL,
    CONSTRAINT links_count_from_one CHECK (("position" > 0))
);
ALTER TABLE public.people_auditlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_auditlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_auditpersonal (
    id bigint NOT NULL,
    series_number bigint,
    registration uuid,
    salt character varying(32) NOT NULL,
    content text NOT NULL,
    entry_id bigint NOT NULL
);
ALTER TABLE public.people_auditpersonal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_auditpersonal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_directory (
    id bigint NOT NULL,
    is_on boolean NOT NULL,
    issuer character varying(500) NOT NULL,
    client_id character varying(200) NOT NULL,
    sealed_secret bytea NOT NULL,
    scopes character varying(200) NOT NULL,
    groups_claim character varying(100) NOT NULL,
    is_required boolean NOT NULL,
    tenant_id bigint NOT NULL
);
ALTER TABLE public.people_directory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_directory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_directorydomain (
    id bigint NOT NULL,
    domain character varying(253) NOT NULL,
    confirmed_at timestamp with time zone,
    directory_id bigint NOT NULL
);
ALTER TABLE public.people_directorydomain ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_directorydomain_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_directorygroup (
    id bigint NOT NULL,
    "group" character varying(200) NOT NULL,
    role character varying(12) NOT NULL,
    directory_id bigint NOT NULL,
    CONSTRAINT a_group_has_a_known_role CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'organiser'::character varying, 'facilitator'::character varying, 'analyst'::character varying, 'check_in'::character varying, 'reader'::character varying, 'auditor'::character varying])::text[])))
);
ALTER TABLE public.people_directorygroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_directorygroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_directoryidentity (
    id bigint NOT NULL,
    subject character varying(255) NOT NULL,
    since timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    directory_id bigint NOT NULL
);
ALTER TABLE public.people_directoryidentity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_directoryidentity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_directorysession (
    id bigint NOT NULL,
    sid character varying(255) NOT NULL,
    sealed_refresh_token bytea NOT NULL,
    sealed_id_token bytea NOT NULL,
    sign_out_address character varying(500) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    identity_id bigint NOT NULL,
    session_id bigint NOT NULL
);
ALTER TABLE public.people_directorysession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_directorysession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_face (
    id bigint NOT NULL,
    sender_name jsonb NOT NULL,
    reply_to character varying(254) NOT NULL,
    asked_reply_to character varying(254) NOT NULL,
    footer jsonb NOT NULL,
    imprint jsonb NOT NULL,
    asked_email_id uuid,
    tenant_id bigint NOT NULL,
    accent character varying(7) NOT NULL,
    band character varying(7) NOT NULL,
    logo_height smallint NOT NULL,
    logo_width smallint NOT NULL,
    accessibility jsonb NOT NULL,
    contact jsonb NOT NULL,
    introduction jsonb NOT NULL,
    privacy jsonb NOT NULL,
    CONSTRAINT an_email_asks_for_a_reply_address CHECK (((asked_email_id IS NULL) OR (NOT ((asked_reply_to)::text = ''::text)))),
    CONSTRAINT people_face_logo_height_check CHECK ((logo_height >= 0)),
    CONSTRAINT people_face_logo_width_check CHECK ((logo_width >= 0))
);
ALTER TABLE public.people_face ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_face_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE UNLOGGED TABLE public.people_ratelimitcounter (
    id bigint CONSTRAINT people_knock_id_not_null NOT NULL,
    caller character varying(64) CONSTRAINT people_knock_caller_not_null NOT NULL,
    window_start bigint CONSTRAINT people_knock_stretch_not_null NOT NULL,
    count integer CONSTRAINT people_knock_count_not_null NOT NULL,
    CONSTRAINT people_knock_count_check CHECK ((count >= 0))
);
ALTER TABLE public.people_ratelimitcounter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_knock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_logo (
    id bigint NOT NULL,
    content bytea NOT NULL,
    face_id bigint NOT NULL,
    small bytea NOT NULL
);
ALTER TABLE public.people_logo ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_logo_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_memberinvitation (
    id bigint NOT NULL,
    address character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    language character varying(16) NOT NULL,
    role character varying(12) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    email_id uuid,
    invited_by_id bigint,
    tenant_id bigint NOT NULL,
    CONSTRAINT an_invitation_ends_once CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL))),
    CONSTRAINT an_invitation_has_a_known_role CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'organiser'::character varying, 'facilitator'::character varying, 'analyst'::character varying, 'check_in'::character varying, 'reader'::character varying, 'auditor'::character varying])::text[])))
);
ALTER TABLE public.people_memberinvitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_memberinvitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_membership (
    id bigint NOT NULL,
    role character varying(12) NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    account_id bigint NOT NULL,
    tenant_id bigint NOT NULL,
    CONSTRAINT a_membership_has_a_known_role CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'organiser'::character varying, 'facilitator'::character varying, 'analyst'::character varying, 'check_in'::character varying, 'reader'::character varying, 'auditor'::character varying])::text[])))
);
ALTER TABLE public.people_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_organisation (
    id bigint NOT NULL,
    slug character varying(50) NOT NULL,
    name jsonb NOT NULL,
    kind character varying(20) NOT NULL,
    url character varying(200) NOT NULL,
    tenant_id bigint NOT NULL
);
ALTER TABLE public.people_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_passkey (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    credential_id bytea NOT NULL,
    public bytea NOT NULL,
    sign_count bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    account_id bigint NOT NULL
);
ALTER TABLE public.people_passkey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_passkey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE UNLOGGED TABLE public.people_ratelimitkey (
    day date NOT NULL,
    key bytea NOT NULL
);
CREATE TABLE public.people_recoverycode (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    used_at timestamp with time zone,
    account_id bigint NOT NULL
);
ALTER TABLE public.people_recoverycode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_recoverycode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_secondfactor (
    id bigint NOT NULL,
    sealed bytea NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint NOT NULL,
    account_id bigint NOT NULL
);
ALTER TABLE public.people_secondfactor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_secondfactor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_signinfailures (
    key character varying(64) NOT NULL,
    count integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT people_signinfailures_count_check CHECK ((count >= 0))
);
CREATE TABLE public.people_tenant (
    id bigint NOT NULL,
    slug character varying(50) NOT NULL,
    name jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    requires_second_factor boolean NOT NULL,
    languages character varying(16)[] NOT NULL,
    host character varying(253) NOT NULL,
    CONSTRAINT a_tenant_has_a_language CHECK ((
CASE
    WHEN (languages IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(languages, 1), 0)
END > 0)),
    CONSTRAINT a_tenant_has_a_name CHECK ((NOT (name = '{}'::jsonb)))
);
ALTER TABLE public.people_tenant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_tenant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_testemail (
    id bigint NOT NULL,
    email_id uuid NOT NULL,
    tenant_id bigint NOT NULL
);
ALTER TABLE public.people_testemail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_testemail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.people_unusedaccount (
    id bigint NOT NULL,
    kept_at timestamp with time zone,
    first_at timestamp with time zone,
    second_at timestamp with time zone,
    closes_at timestamp with time zone,
    operator_informed_at timestamp with time zone,
    account_id bigint NOT NULL,
    CONSTRAINT a_notice_says_when_the_account_closes CHECK ((((closes_at IS NULL) AND (first_at IS NULL) AND (second_at IS NULL)) OR ((closes_at IS NOT NULL) AND (first_at IS NOT NULL))))
);
ALTER TABLE public.people_unusedaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_unusedaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.places_membership (
    id bigint NOT NULL,
    joined_year smallint,
    left_year smallint,
    municipality_id character varying(3) NOT NULL,
    network_id bigint NOT NULL,
    CONSTRAINT places_membership_joined_year_check CHECK ((joined_year >= 0)),
    CONSTRAINT places_membership_left_year_check CHECK ((left_year >= 0))
);
ALTER TABLE public.places_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.places_municipality (
    code character varying(3) NOT NULL,
    name jsonb NOT NULL,
    population integer NOT NULL,
    population_year smallint NOT NULL,
    land_km2 double precision NOT NULL,
    language character varying(5) NOT NULL,
    urban_rural character varying(10) NOT NULL,
    centre_lat double precision NOT NULL,
    centre_lon double precision NOT NULL,
    valid_from smallint NOT NULL,
    valid_until smallint,
    successor_id character varying(3),
    region_id character varying(2) NOT NULL,
    CONSTRAINT municipality_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT places_municipality_population_check CHECK ((population >= 0)),
    CONSTRAINT places_municipality_population_year_check CHECK ((population_year >= 0)),
    CONSTRAINT places_municipality_valid_from_check CHECK ((valid_from >= 0)),
    CONSTRAINT places_municipality_valid_until_check CHECK ((valid_until >= 0))
);
CREATE TABLE public.places_network (
    id bigint NOT NULL,
    slug character varying(50) NOT NULL,
    name jsonb NOT NULL,
    url character varying(200) NOT NULL,
    members_known boolean NOT NULL
);
ALTER TABLE public.places_network ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_network_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.places_region (
    code character varying(2) NOT NULL,
    name jsonb NOT NULL
);
CREATE TABLE public.places_venue (
    id bigint NOT NULL,
    name jsonb NOT NULL,
    street character varying(200) NOT NULL,
    postal_code character varying(10) NOT NULL,
    city jsonb NOT NULL,
    url character varying(200) NOT NULL,
    directions jsonb NOT NULL,
    municipality_id character varying(3),
    tenant_id bigint NOT NULL
);
ALTER TABLE public.places_venue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_venue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_answer (
    id bigint NOT NULL,
    value jsonb NOT NULL,
    registration_id uuid NOT NULL,
    question_id bigint NOT NULL
);
ALTER TABLE public.registration_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_arrival (
    attendance_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    how character varying(10) NOT NULL,
    noted_by_id bigint,
    helper_link_id uuid
);
CREATE TABLE public.registration_arrivalmark (
    id uuid NOT NULL,
    has_come boolean NOT NULL,
    how character varying(10) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    attendance_id bigint NOT NULL,
    noted_by_id bigint,
    helper_link_id uuid
);
CREATE TABLE public.registration_attendance (
    id bigint NOT NULL,
    mode character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    event_id bigint NOT NULL,
    registration_id uuid NOT NULL,
    confirmed_at timestamp with time zone,
    revision integer NOT NULL,
    waiting_number bigint,
    waiting_since timestamp with time zone,
    waits_for character varying(10) NOT NULL,
    CONSTRAINT a_cancelled_attendance_says_when CHECK ((((cancelled_at IS NOT NULL) AND ((state)::text = 'cancelled'::text)) OR ((NOT ((state)::text = 'cancelled'::text)) AND (cancelled_at IS NULL)))),
    CONSTRAINT registration_attendance_revision_check CHECK ((revision >= 0)),
    CONSTRAINT waiting_has_time_and_number CHECK ((((waiting_number IS NULL) AND (waiting_since IS NULL) AND ((waits_for)::text = ''::text)) OR ((NOT ((waits_for)::text = ''::text)) AND (waiting_number IS NOT NULL) AND (waiting_since IS NOT NULL)))),
    CONSTRAINT waits_only_for_other_mode CHECK (((((state)::text = 'waiting'::text) AND ((waits_for)::text = (mode)::text)) OR (((state)::text = 'confirmed'::text) AND (NOT ((waits_for)::text = (mode)::text))) OR (((state)::text = 'cancelled'::text) AND ((waits_for)::text = ''::text))))
);
ALTER TABLE public.registration_attendance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_attendeefile (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    rows jsonb NOT NULL,
    columns jsonb NOT NULL,
    choices jsonb NOT NULL,
    language character varying(16) NOT NULL,
    sends_emails boolean CONSTRAINT registration_attendeefile_sends_letters_not_null NOT NULL,
    state character varying(10) NOT NULL,
    rows_in_all integer NOT NULL,
    rows_done integer NOT NULL,
    added integer NOT NULL,
    left_out jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    account_id bigint,
    series_id bigint NOT NULL,
    CONSTRAINT registration_attendeefile_added_check CHECK ((added >= 0)),
    CONSTRAINT registration_attendeefile_rows_done_check CHECK ((rows_done >= 0)),
    CONSTRAINT registration_attendeefile_rows_in_all_check CHECK ((rows_in_all >= 0))
);
CREATE TABLE public.registration_consent (
    id bigint NOT NULL,
    purpose character varying(20) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    registration_id uuid NOT NULL
);
ALTER TABLE public.registration_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_registrationemail (
    id bigint CONSTRAINT registration_correspondence_id_not_null NOT NULL,
    email_id uuid CONSTRAINT registration_correspondence_letter_id_not_null NOT NULL,
    registration_id uuid CONSTRAINT registration_correspondence_registration_id_not_null NOT NULL,
    event_id bigint,
    mailing_id uuid,
    asked jsonb NOT NULL
);
ALTER TABLE public.registration_registrationemail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_correspondence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_feedbackquestion (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(10) NOT NULL,
    text jsonb NOT NULL,
    options jsonb NOT NULL,
    counts jsonb NOT NULL,
    words jsonb NOT NULL,
    survey_id bigint NOT NULL,
    CONSTRAINT registration_feedbackquestion_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.registration_feedbackquestion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_feedbackquestion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_feedbacksurvey (
    id bigint NOT NULL,
    introduction jsonb NOT NULL,
    days smallint NOT NULL,
    sends_email boolean CONSTRAINT registration_feedbacksurvey_sends_letter_not_null NOT NULL,
    answers integer NOT NULL,
    spent jsonb NOT NULL,
    closed_at timestamp with time zone,
    event_id bigint NOT NULL,
    CONSTRAINT registration_feedbacksurvey_answers_check CHECK ((answers >= 0)),
    CONSTRAINT registration_feedbacksurvey_days_check CHECK ((days >= 0))
);
ALTER TABLE public.registration_feedbacksurvey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_feedbacksurvey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_helperlink (
    id uuid NOT NULL,
    label character varying(100) NOT NULL,
    ends_with_event boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    event_id bigint NOT NULL,
    last_used_at timestamp with time zone
);
CREATE TABLE public.registration_invitation (
    id uuid NOT NULL,
    note character varying(200) NOT NULL,
    most_uses integer,
    uses integer NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    made_by_id bigint,
    series_id bigint NOT NULL,
    CONSTRAINT an_invitation_is_used_no_more_often_than_allowed CHECK (((most_uses IS NULL) OR (uses <= most_uses))),
    CONSTRAINT registration_invitation_most_uses_check CHECK ((most_uses >= 0)),
    CONSTRAINT registration_invitation_uses_check CHECK ((uses >= 0))
);
CREATE TABLE public.registration_invitation_events (
    id bigint NOT NULL,
    invitation_id uuid NOT NULL,
    event_id bigint NOT NULL
);
ALTER TABLE public.registration_invitation_events ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_invitation_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_invitation_known (
    id bigint NOT NULL,
    invitation_id uuid NOT NULL,
    registration_id uuid NOT NULL
);
ALTER TABLE public.registration_invitation_known ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_invitation_known_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_keptcount (
    id bigint NOT NULL,
    measure character varying(12) NOT NULL,
    key character varying(20) NOT NULL,
    people integer NOT NULL,
    event_id bigint NOT NULL,
    CONSTRAINT registration_keptcount_people_check CHECK ((people >= 0))
);
ALTER TABLE public.registration_keptcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_keptcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_linkrequest (
    id bigint NOT NULL,
    address character varying(254) NOT NULL,
    series_id bigint NOT NULL
);
ALTER TABLE public.registration_linkrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_linkrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_mailing (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    subject jsonb NOT NULL,
    body jsonb NOT NULL,
    before jsonb NOT NULL,
    about_start timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    event_id bigint,
    series_id bigint NOT NULL,
    CONSTRAINT a_reminder_is_about_a_start CHECK (((NOT ((kind)::text = 'reminder'::text)) OR ((about_start IS NOT NULL) AND (event_id IS NOT NULL))))
);
CREATE TABLE public.registration_question (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    label jsonb NOT NULL,
    help_text jsonb NOT NULL,
    options jsonb NOT NULL,
    is_required boolean NOT NULL,
    shown_if_value character varying(20) NOT NULL,
    "order" integer NOT NULL,
    retired_at timestamp with time zone,
    event_id bigint,
    series_id bigint NOT NULL,
    shown_if_id bigint,
    CONSTRAINT a_condition_names_the_answer CHECK (((shown_if_id IS NULL) OR (NOT ((shown_if_value)::text = ''::text)))),
    CONSTRAINT registration_question_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.registration_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_registration (
    id uuid NOT NULL,
    generation smallint NOT NULL,
    name character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    email_normalised character varying(254) NOT NULL,
    organisation_kind character varying(20) NOT NULL,
    organisation character varying(200) NOT NULL,
    role character varying(200) NOT NULL,
    language character varying(16) NOT NULL,
    diet character varying(500) NOT NULL,
    accessibility_needs character varying(1000) NOT NULL,
    notice_version integer NOT NULL,
    link_sent_at timestamp with time zone,
    is_simulated boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    municipality_id character varying(3),
    network_id bigint,
    series_id bigint NOT NULL,
    email_before character varying(254) NOT NULL,
    email_corrected_at timestamp with time zone,
    given_email character varying(254) NOT NULL,
    address_confirmed_at timestamp with time zone,
    no_messages_since timestamp with time zone,
    CONSTRAINT a_municipality_is_named CHECK (((NOT ((organisation_kind)::text = 'municipality'::text)) OR (municipality_id IS NOT NULL))),
    CONSTRAINT registration_registration_generation_check CHECK ((generation >= 0)),
    CONSTRAINT registration_registration_notice_version_check CHECK ((notice_version >= 0))
);
CREATE TABLE public.registration_registrationsource (
    registration_id uuid CONSTRAINT registration_wayin_registration_id_not_null NOT NULL,
    kind character varying(10) CONSTRAINT registration_wayin_way_not_null NOT NULL,
    brought_by_name character varying(200) CONSTRAINT registration_wayin_brought_by_name_not_null NOT NULL,
    account_id bigint,
    brought_by_id uuid,
    invitation_id uuid
);
CREATE TABLE public.registration_reminderrule (
    id bigint NOT NULL,
    is_on boolean NOT NULL,
    days_before smallint NOT NULL,
    at time without time zone NOT NULL,
    text jsonb NOT NULL,
    since timestamp with time zone NOT NULL,
    series_id bigint NOT NULL,
    CONSTRAINT registration_reminderrule_days_before_check CHECK ((days_before >= 0))
);
ALTER TABLE public.registration_reminderrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_reminderrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_seat (
    id bigint NOT NULL,
    mode character varying(10) NOT NULL,
    attendance_id bigint,
    event_id bigint NOT NULL
);
ALTER TABLE public.registration_seat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_seat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.registration_workspacepermit (
    id bigint NOT NULL,
    address character varying(254) NOT NULL,
    permit character varying(64) NOT NULL,
    next_permit character varying(64),
    new_starts smallint NOT NULL,
    registration_id uuid NOT NULL,
    series_id bigint NOT NULL,
    CONSTRAINT registration_workspacepermit_new_starts_check CHECK ((new_starts >= 0))
);
ALTER TABLE public.registration_workspacepermit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registration_workspacepermit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_appendix (
    id bigint NOT NULL,
    event character varying(80) NOT NULL,
    archive bytea NOT NULL,
    version_id bigint NOT NULL
);
ALTER TABLE public.reports_appendix ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_appendix_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_assistance (
    id bigint NOT NULL,
    language character varying(16) NOT NULL,
    state character varying(10) NOT NULL,
    passages jsonb NOT NULL,
    model character varying(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    report_id bigint NOT NULL
);
ALTER TABLE public.reports_assistance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_assistance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_claimdecision (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    claim character varying(32) NOT NULL,
    names jsonb NOT NULL,
    statements jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    series_id bigint NOT NULL
);
ALTER TABLE public.reports_claimdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_claimdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_claimsearch (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    found_at timestamp with time zone,
    pairs jsonb NOT NULL,
    method character varying(40) NOT NULL,
    model character varying(40) NOT NULL,
    series_id bigint NOT NULL
);
ALTER TABLE public.reports_claimsearch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_claimsearch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_commitment (
    id uuid NOT NULL,
    role character varying(15) NOT NULL,
    name character varying(120) NOT NULL,
    is_simulated boolean NOT NULL,
    consented_on date NOT NULL,
    board_id bigint NOT NULL,
    registration_id uuid,
    root_id uuid NOT NULL,
    is_from_hall boolean NOT NULL,
    municipality_id character varying(3),
    CONSTRAINT a_name_is_kept_while_its_person_is_known CHECK ((((registration_id IS NOT NULL) AND (NOT ((name)::text = ''::text))) OR (((name)::text = ''::text) AND (registration_id IS NULL)) OR (is_simulated AND (registration_id IS NULL)) OR (is_from_hall AND (registration_id IS NULL))))
);
CREATE TABLE public.reports_supportingstatement (
    id bigint CONSTRAINT reports_evidence_id_not_null NOT NULL,
    "order" smallint CONSTRAINT reports_evidence_order_not_null NOT NULL,
    statement_id uuid CONSTRAINT reports_evidence_statement_id_not_null NOT NULL,
    finding_id uuid CONSTRAINT reports_evidence_finding_id_not_null NOT NULL,
    CONSTRAINT reports_evidence_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.reports_supportingstatement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_finding (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    drafted_as character varying(80) NOT NULL,
    drafted_title jsonb NOT NULL,
    drafted_text jsonb NOT NULL,
    edited_title jsonb NOT NULL,
    edited_text jsonb NOT NULL,
    shares jsonb NOT NULL,
    facts jsonb NOT NULL,
    edited_shares jsonb,
    is_supported boolean NOT NULL,
    votes_identity character varying(64) CONSTRAINT reports_finding_snapshot_not_null NOT NULL,
    memo text NOT NULL,
    "order" integer NOT NULL,
    is_published boolean NOT NULL,
    organisation character varying(300) NOT NULL,
    due date,
    source character varying(500) NOT NULL,
    board_id bigint,
    bottleneck_id bigint,
    report_id bigint NOT NULL,
    behind jsonb NOT NULL,
    CONSTRAINT reports_finding_order_check CHECK (("order" >= 0))
);
CREATE TABLE public.reports_importedstep (
    id bigint NOT NULL,
    finding_id uuid NOT NULL,
    step_id uuid NOT NULL
);
ALTER TABLE public.reports_importedstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_importedstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_placement (
    id bigint NOT NULL,
    strength double precision NOT NULL,
    series_id bigint NOT NULL,
    statement_id uuid NOT NULL,
    theme_id bigint
);
ALTER TABLE public.reports_placement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_placement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_rendering (
    id bigint NOT NULL,
    language character varying(16) NOT NULL,
    format character varying(8) NOT NULL,
    state character varying(10) NOT NULL,
    file bytea,
    fingerprint character varying(64) NOT NULL,
    made_at timestamp with time zone,
    report_id bigint NOT NULL,
    version_id bigint
);
ALTER TABLE public.reports_rendering ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_rendering_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_report (
    id bigint NOT NULL,
    summary jsonb NOT NULL,
    vote_snapshot jsonb,
    coverage jsonb NOT NULL,
    votes_identity character varying(64) CONSTRAINT reports_report_snapshot_not_null NOT NULL,
    drafted_at timestamp with time zone,
    drafting character varying(10) NOT NULL,
    steps_done smallint NOT NULL,
    steps smallint NOT NULL,
    series_id bigint NOT NULL,
    CONSTRAINT reports_report_steps_check CHECK ((steps >= 0)),
    CONSTRAINT reports_report_steps_done_check CHECK ((steps_done >= 0))
);
ALTER TABLE public.reports_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_theme (
    id bigint NOT NULL,
    key character varying(32) NOT NULL,
    words jsonb NOT NULL,
    series_id bigint NOT NULL,
    headings jsonb NOT NULL
);
ALTER TABLE public.reports_theme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_theme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_themedecision (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    theme character varying(32) NOT NULL,
    "into" character varying(32) NOT NULL,
    names jsonb NOT NULL,
    statements jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    series_id bigint NOT NULL
);
ALTER TABLE public.reports_themedecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_themedecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_themesearch (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    found_at timestamp with time zone,
    tried jsonb NOT NULL,
    series_id bigint NOT NULL,
    method character varying(40) NOT NULL,
    model character varying(40) NOT NULL
);
ALTER TABLE public.reports_themesearch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_themesearch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_version (
    id bigint NOT NULL,
    number integer NOT NULL,
    published_at timestamp with time zone NOT NULL,
    is_simulated boolean NOT NULL,
    contents jsonb NOT NULL,
    snapshot jsonb NOT NULL,
    replaced_at timestamp with time zone,
    replaced_note jsonb NOT NULL,
    report_id bigint NOT NULL,
    CONSTRAINT reports_version_number_check CHECK ((number >= 0))
);
ALTER TABLE public.reports_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_apikey (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    scopes character varying(30)[] NOT NULL,
    digest character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    ended_at timestamp with time zone,
    created_by_id bigint,
    series_id bigint,
    tenant_id bigint NOT NULL,
    CONSTRAINT a_key_of_the_api_ends_after_it_was_made CHECK ((expires_at > created_at)),
    CONSTRAINT a_key_of_the_api_opens_something CHECK ((
CASE
    WHEN (scopes IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(scopes, 1), 0)
END > 0))
);
ALTER TABLE public.series_apikey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_apikey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_apirequest (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    digest character varying(64) NOT NULL,
    made character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    key_id bigint NOT NULL
);
ALTER TABLE public.series_apirequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_apirequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_event (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    uid uuid NOT NULL,
    sequence integer NOT NULL,
    kind character varying(20) NOT NULL,
    number smallint,
    title jsonb NOT NULL,
    audience jsonb NOT NULL,
    description jsonb NOT NULL,
    perspective character varying(10) NOT NULL,
    start timestamp with time zone NOT NULL,
    "end" timestamp with time zone NOT NULL,
    time_zone character varying(50) NOT NULL,
    mode character varying(10) NOT NULL,
    platform character varying(60) NOT NULL,
    join_url character varying(2000) NOT NULL,
    registration_opens timestamp with time zone,
    registration_closes timestamp with time zone,
    programme_pending boolean NOT NULL,
    is_recorded boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    venue_id bigint,
    series_id bigint NOT NULL,
    capacity_online integer,
    capacity_onsite integer,
    cancel_reason jsonb NOT NULL,
    cancelled_at timestamp with time zone,
    rescheduled_from timestamp with time zone,
    status character varying(10) NOT NULL,
    by_invitation boolean NOT NULL,
    has_catering boolean NOT NULL,
    CONSTRAINT a_cancelled_event_says_when CHECK ((((cancelled_at IS NOT NULL) AND ((status)::text = 'cancelled'::text)) OR ((NOT ((status)::text = 'cancelled'::text)) AND (cancelled_at IS NULL)))),
    CONSTRAINT an_event_ends_after_it_starts CHECK (("end" > start)),
    CONSTRAINT registration_closes_before_the_start CHECK (((registration_closes IS NULL) OR (registration_closes <= start))),
    CONSTRAINT registration_opens_before_it_closes CHECK (((registration_opens IS NULL) OR (registration_closes IS NULL) OR (registration_opens < registration_closes))),
    CONSTRAINT series_event_capacity_online_check CHECK ((capacity_online >= 0)),
    CONSTRAINT series_event_capacity_onsite_check CHECK ((capacity_onsite >= 0)),
    CONSTRAINT series_event_number_check CHECK ((number >= 0)),
    CONSTRAINT series_event_sequence_check CHECK ((sequence >= 0))
);
ALTER TABLE public.series_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_involvement (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    "order" smallint NOT NULL,
    organisation_id bigint NOT NULL,
    series_id bigint NOT NULL,
    CONSTRAINT series_involvement_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.series_involvement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_involvement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_material (
    id bigint NOT NULL,
    title jsonb NOT NULL,
    url character varying(200) NOT NULL,
    file character varying(100) NOT NULL,
    visible_from timestamp with time zone,
    event_id bigint,
    series_id bigint NOT NULL,
    CONSTRAINT a_material_is_a_link_or_a_file CHECK (((((url)::text = ''::text) AND (NOT ((file)::text = ''::text))) OR ((NOT ((url)::text = ''::text)) AND ((file)::text = ''::text))))
);
ALTER TABLE public.series_material ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_material_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_ownword (
    id bigint NOT NULL,
    which character varying(12) NOT NULL,
    code character varying(60) NOT NULL,
    name jsonb NOT NULL,
    place smallint NOT NULL,
    is_offered boolean NOT NULL,
    tenant_id bigint NOT NULL,
    CONSTRAINT an_own_word_has_a_name CHECK ((NOT (((code)::text ~~ 'own-%'::text) AND (name = '{}'::jsonb)))),
    CONSTRAINT series_ownword_place_check CHECK ((place >= 0))
);
ALTER TABLE public.series_ownword ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_ownword_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_programmeitem (
    id bigint NOT NULL,
    start timestamp with time zone NOT NULL,
    "end" timestamp with time zone,
    title jsonb NOT NULL,
    speaker character varying(200) NOT NULL,
    event_id bigint NOT NULL,
    CONSTRAINT a_programme_item_ends_after_it_starts CHECK ((("end" IS NULL) OR ("end" > start)))
);
ALTER TABLE public.series_programmeitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_programmeitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE SEQUENCE public.series_public_version_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.series_publicversion (
    id smallint NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT series_publicversion_id_check CHECK ((id >= 0)),
    CONSTRAINT there_is_one_public_version CHECK ((id = 1))
);
CREATE TABLE public.series_removedsharing (
    id bigint NOT NULL,
    title jsonb NOT NULL,
    was_accepted boolean NOT NULL,
    email_id uuid NOT NULL,
    tenant_id bigint NOT NULL
);
ALTER TABLE public.series_removedsharing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_removedsharing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_retentionreport (
    id bigint NOT NULL,
    due date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    removed jsonb NOT NULL,
    remaining jsonb NOT NULL,
    series_id bigint NOT NULL
);
ALTER TABLE public.series_retentionreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_retentionreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_series (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    title jsonb NOT NULL,
    summary jsonb NOT NULL,
    introduction jsonb NOT NULL,
    basis jsonb NOT NULL,
    instructions jsonb NOT NULL,
    status character varying(10) NOT NULL,
    publish_at timestamp with time zone,
    published_at timestamp with time zone,
    archived_at timestamp with time zone,
    time_zone character varying(50) NOT NULL,
    is_simulated boolean NOT NULL,
    contact_name character varying(200) NOT NULL,
    contact_email character varying(254) NOT NULL,
    contact_phone character varying(40) NOT NULL,
    legal_ground character varying(30) NOT NULL,
    privacy_details jsonb NOT NULL,
    notice_version integer NOT NULL,
    retention_months smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    controller_id bigint,
    copied_from_id bigint,
    tenant_id bigint NOT NULL,
    short_name jsonb NOT NULL,
    controller_address character varying(300) NOT NULL,
    data_protection_officer character varying(300) NOT NULL,
    processors jsonb NOT NULL,
    languages character varying(16)[] NOT NULL,
    CONSTRAINT a_published_series_says_since_when CHECK (((NOT ((status)::text = ANY ((ARRAY['published'::character varying, 'archived'::character varying])::text[]))) OR (published_at IS NOT NULL))),
    CONSTRAINT a_scheduled_series_says_when CHECK (((NOT ((status)::text = 'scheduled'::text)) OR (publish_at IS NOT NULL))),
    CONSTRAINT a_series_is_held_in_a_language CHECK ((
CASE
    WHEN (languages IS NULL) THEN NULL::integer
    ELSE COALESCE(array_length(languages, 1), 0)
END > 0)),
    CONSTRAINT series_series_notice_version_check CHECK ((notice_version >= 0)),
    CONSTRAINT series_series_retention_months_check CHECK ((retention_months >= 0))
);
ALTER TABLE public.series_series ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_series_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_seriesinvitation (
    id bigint NOT NULL,
    address character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    language character varying(16) NOT NULL,
    role character varying(12) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    email_id uuid,
    invited_by_id bigint,
    series_id bigint NOT NULL,
    CONSTRAINT a_series_invitation_ends_once CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL))),
    CONSTRAINT a_series_invitation_has_a_known_role CHECK (((role)::text = ANY ((ARRAY['organiser'::character varying, 'facilitator'::character varying, 'analyst'::character varying, 'check_in'::character varying, 'reader'::character varying, 'auditor'::character varying])::text[])))
);
ALTER TABLE public.series_seriesinvitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_seriesinvitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_seriespartner (
    id bigint NOT NULL,
    roles jsonb NOT NULL,
    duties jsonb NOT NULL,
    address character varying(300) NOT NULL,
    contact_email character varying(254) NOT NULL,
    data_protection_officer character varying(300) NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    ended_at timestamp with time zone,
    accepted_by_id bigint,
    offered_by_id bigint,
    series_id bigint NOT NULL,
    tenant_id bigint NOT NULL,
    CONSTRAINT a_joint_controller_can_be_reached CHECK (((accepted_at IS NULL) OR ((NOT ((address)::text = ''::text)) AND (NOT ((contact_email)::text = ''::text))))),
    CONSTRAINT a_partner_comes_with_known_roles CHECK (((roles <@ '["owner", "organiser", "facilitator", "analyst", "check_in", "reader"]'::jsonb) AND (NOT (roles = '[]'::jsonb))))
);
ALTER TABLE public.series_seriespartner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_seriespartner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_seriesrole (
    id bigint NOT NULL,
    role character varying(12) NOT NULL,
    since timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    series_id bigint NOT NULL,
    ended_at timestamp with time zone,
    last_used_at timestamp with time zone,
    CONSTRAINT a_series_role_is_known CHECK (((role)::text = ANY ((ARRAY['organiser'::character varying, 'facilitator'::character varying, 'analyst'::character varying, 'check_in'::character varying, 'reader'::character varying, 'auditor'::character varying])::text[])))
);
ALTER TABLE public.series_seriesrole ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_seriesrole_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.series_sharedpreview (
    id uuid NOT NULL,
    shared_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    series_id bigint NOT NULL,
    shared_by_id bigint,
    CONSTRAINT a_shared_preview_ends_later CHECK ((ends_at > shared_at))
);
CREATE TABLE public.series_update (
    id bigint NOT NULL,
    uid uuid NOT NULL,
    title jsonb NOT NULL,
    body jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    series_id bigint NOT NULL
);
ALTER TABLE public.series_update ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.series_update_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_admission (
    id uuid NOT NULL,
    state character varying(10) NOT NULL,
    mark character varying(4) NOT NULL,
    board_id bigint NOT NULL,
    participant_id uuid NOT NULL
);
CREATE TABLE public.workshops_board (
    id bigint NOT NULL,
    code character varying(6) NOT NULL,
    phase character varying(12) NOT NULL,
    version integer NOT NULL,
    timer_ends_at timestamp with time zone,
    moderates_before boolean NOT NULL,
    hides_results boolean NOT NULL,
    welcomes_guests boolean NOT NULL,
    confirms_guests boolean NOT NULL,
    statement_count integer NOT NULL,
    is_simulated boolean NOT NULL,
    event_id bigint NOT NULL,
    imported_on date,
    is_rehearsal boolean NOT NULL,
    presented_id uuid,
    results_published_at timestamp with time zone,
    round smallint NOT NULL,
    source character varying(300) NOT NULL,
    split character varying(8) NOT NULL,
    writing_ended_at timestamp with time zone,
    guest_extra smallint NOT NULL,
    screen character varying(60) NOT NULL,
    shows_bars boolean NOT NULL,
    own_words text NOT NULL,
    CONSTRAINT a_rehearsal_publishes_nothing CHECK (((NOT is_rehearsal) OR (results_published_at IS NULL))),
    CONSTRAINT an_imported_board_says_from_where CHECK ((((imported_on IS NULL) AND ((source)::text = ''::text)) OR ((NOT ((source)::text = ''::text)) AND (imported_on IS NOT NULL)))),
    CONSTRAINT workshops_board_guest_extra_check CHECK ((guest_extra >= 0)),
    CONSTRAINT workshops_board_round_check CHECK ((round >= 0)),
    CONSTRAINT workshops_board_statement_count_check CHECK ((statement_count >= 0)),
    CONSTRAINT workshops_board_version_check CHECK ((version >= 0))
);
ALTER TABLE public.workshops_board ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_board_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_candidate (
    id uuid NOT NULL,
    number integer NOT NULL,
    text character varying(280) NOT NULL,
    is_likely boolean NOT NULL,
    brought_in_on date NOT NULL,
    board_id bigint NOT NULL,
    CONSTRAINT a_candidate_says_something CHECK ((NOT ((text)::text = ''::text))),
    CONSTRAINT workshops_candidate_number_check CHECK ((number >= 0))
);
CREATE TABLE public.workshops_conclusion (
    id uuid NOT NULL,
    number smallint NOT NULL,
    text jsonb NOT NULL,
    unit character varying(200) NOT NULL,
    due date,
    concluded_on date NOT NULL,
    board_id bigint NOT NULL,
    CONSTRAINT workshops_conclusion_number_check CHECK ((number >= 0))
);
CREATE TABLE public.workshops_conclusion_notes (
    id bigint NOT NULL,
    conclusion_id uuid NOT NULL,
    note_id uuid NOT NULL
);
ALTER TABLE public.workshops_conclusion_notes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_conclusion_notes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_conclusion_statements (
    id bigint NOT NULL,
    conclusion_id uuid NOT NULL,
    statement_id uuid NOT NULL
);
ALTER TABLE public.workshops_conclusion_statements ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_conclusion_statements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_currentvote (
    id uuid NOT NULL,
    number integer NOT NULL,
    value smallint NOT NULL,
    participant_id uuid NOT NULL,
    root_id uuid NOT NULL,
    CONSTRAINT a_current_vote_agrees_passes_or_disagrees CHECK ((value = ANY (ARRAY['-1'::integer, 0, 1]))),
    CONSTRAINT workshops_currentvote_number_check CHECK ((number >= 0))
);
CREATE UNLOGGED TABLE public.workshops_frame (
    id bigint NOT NULL,
    audience character varying(11) NOT NULL,
    language character varying(16) NOT NULL,
    identity character varying(16) NOT NULL,
    body text NOT NULL,
    board_id bigint NOT NULL
);
ALTER TABLE public.workshops_frame ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_frame_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_importance (
    id uuid NOT NULL,
    slot smallint NOT NULL,
    board_id bigint NOT NULL,
    participant_id uuid NOT NULL,
    root_id uuid NOT NULL,
    CONSTRAINT at_most_three_marks CHECK (((slot >= 1) AND (slot <= 3))),
    CONSTRAINT workshops_importance_slot_check CHECK ((slot >= 0))
);
CREATE TABLE public.workshops_intake (
    id uuid NOT NULL,
    state character varying(8) NOT NULL,
    source character varying(300) NOT NULL,
    content bytea NOT NULL,
    people integer NOT NULL,
    statements integer NOT NULL,
    votes integer NOT NULL,
    people_done integer NOT NULL,
    is_turned boolean NOT NULL,
    problems jsonb NOT NULL,
    event_id bigint NOT NULL,
    samples jsonb NOT NULL,
    CONSTRAINT workshops_intake_people_check CHECK ((people >= 0)),
    CONSTRAINT workshops_intake_people_done_check CHECK ((people_done >= 0)),
    CONSTRAINT workshops_intake_statements_check CHECK ((statements >= 0)),
    CONSTRAINT workshops_intake_votes_check CHECK ((votes >= 0))
);
CREATE TABLE public.workshops_invitation (
    id uuid NOT NULL,
    label character varying(80) NOT NULL,
    made_on date NOT NULL,
    board_id bigint NOT NULL,
    last_used_at timestamp with time zone
);
CREATE TABLE public.workshops_keptmention (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    series_id bigint NOT NULL
);
ALTER TABLE public.workshops_keptmention ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_keptmention_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_member (
    id uuid NOT NULL,
    round smallint NOT NULL,
    board_id bigint NOT NULL,
    participant_id uuid NOT NULL,
    group_id uuid NOT NULL,
    mark smallint,
    is_moved boolean NOT NULL,
    CONSTRAINT workshops_member_mark_check CHECK ((mark >= 0)),
    CONSTRAINT workshops_member_round_check CHECK ((round >= 0))
);
CREATE TABLE public.workshops_moderation (
    id bigint NOT NULL,
    number integer NOT NULL,
    action character varying(10) NOT NULL,
    reason character varying(10) NOT NULL,
    "into" integer,
    done_at timestamp with time zone NOT NULL,
    board_id bigint NOT NULL,
    poll smallint,
    CONSTRAINT workshops_moderation_into_check CHECK (("into" >= 0)),
    CONSTRAINT workshops_moderation_number_check CHECK ((number >= 0)),
    CONSTRAINT workshops_moderation_poll_check CHECK ((poll >= 0))
);
ALTER TABLE public.workshops_moderation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_moderation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_note (
    id uuid NOT NULL,
    number smallint NOT NULL,
    text character varying(1000) NOT NULL,
    group_id uuid NOT NULL,
    CONSTRAINT a_note_says_something CHECK ((NOT ((text)::text = ''::text))),
    CONSTRAINT workshops_note_number_check CHECK ((number >= 0))
);
CREATE TABLE public.workshops_ownprompt (
    id bigint NOT NULL,
    kind character varying(15) NOT NULL,
    question jsonb NOT NULL,
    hint jsonb NOT NULL,
    perspective character varying(10) NOT NULL,
    "order" smallint NOT NULL,
    prompt_set_id bigint NOT NULL,
    CONSTRAINT workshops_ownprompt_order_check CHECK (("order" >= 0))
);
ALTER TABLE public.workshops_ownprompt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_ownprompt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_ownpromptset (
    id bigint NOT NULL,
    name jsonb NOT NULL,
    tenant_id bigint NOT NULL,
    CONSTRAINT a_prompt_set_has_a_name CHECK ((NOT (name = '{}'::jsonb)))
);
ALTER TABLE public.workshops_ownpromptset ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_ownpromptset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_participant (
    id uuid NOT NULL,
    perspective character varying(10) NOT NULL,
    size_class character varying(6) NOT NULL,
    is_guest boolean NOT NULL,
    is_simulated boolean NOT NULL,
    votes_cast integer NOT NULL,
    joined_on date NOT NULL,
    series_id bigint NOT NULL,
    CONSTRAINT workshops_participant_votes_cast_check CHECK ((votes_cast >= 0))
);
CREATE TABLE public.workshops_picture (
    id uuid NOT NULL,
    snapshot character varying(64) NOT NULL,
    seed integer NOT NULL,
    method smallint NOT NULL,
    result jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    board_id bigint NOT NULL,
    ballots bytea,
    CONSTRAINT workshops_picture_method_check CHECK ((method >= 0)),
    CONSTRAINT workshops_picture_seed_check CHECK ((seed >= 0))
);
CREATE TABLE public.workshops_poll (
    id uuid NOT NULL,
    number smallint NOT NULL,
    kind character varying(6) NOT NULL,
    question jsonb NOT NULL,
    low jsonb NOT NULL,
    high jsonb NOT NULL,
    state character varying(6) NOT NULL,
    hides_until_closed boolean NOT NULL,
    counts jsonb NOT NULL,
    closed_on date,
    board_id bigint NOT NULL,
    CONSTRAINT workshops_poll_number_check CHECK ((number >= 0))
);
CREATE TABLE public.workshops_pollanswer (
    id uuid NOT NULL,
    step smallint,
    participant_id uuid NOT NULL,
    poll_id uuid NOT NULL,
    option_id uuid,
    CONSTRAINT an_answer_is_an_option_or_a_step CHECK ((((option_id IS NOT NULL) AND (step IS NULL)) OR ((option_id IS NULL) AND (step >= 1) AND (step <= 5)))),
    CONSTRAINT workshops_pollanswer_step_check CHECK ((step >= 0))
);
CREATE TABLE public.workshops_pollchoice (
    id uuid NOT NULL,
    number smallint NOT NULL,
    shown jsonb NOT NULL,
    best_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    poll_id uuid NOT NULL,
    worst_id uuid NOT NULL,
    CONSTRAINT the_best_is_not_the_worst CHECK ((NOT (best_id = worst_id))),
    CONSTRAINT workshops_pollchoice_number_check CHECK ((number >= 0))
);
CREATE TABLE public.workshops_polloption (
    id uuid NOT NULL,
    number smallint NOT NULL,
    text jsonb NOT NULL,
    poll_id uuid NOT NULL,
    statement_id uuid,
    CONSTRAINT workshops_polloption_number_check CHECK ((number >= 0))
);
CREATE TABLE public.workshops_polltext (
    id uuid NOT NULL,
    number integer NOT NULL,
    text character varying(280) NOT NULL,
    language character varying(16) NOT NULL,
    state character varying(7) NOT NULL,
    held_for character varying(60) NOT NULL,
    author_id uuid,
    board_id bigint NOT NULL,
    poll_id uuid NOT NULL,
    CONSTRAINT a_poll_text_says_something CHECK ((NOT ((text)::text = ''::text))),
    CONSTRAINT workshops_polltext_number_check CHECK ((number >= 0))
);
CREATE TABLE public.workshops_pollupvote (
    id uuid NOT NULL,
    participant_id uuid NOT NULL,
    text_id uuid NOT NULL
);
CREATE UNLOGGED TABLE public.workshops_presence (
    id bigint NOT NULL,
    who character varying(12) NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    board_id bigint NOT NULL
);
ALTER TABLE public.workshops_presence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_presence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_prompt (
    id uuid NOT NULL,
    kind character varying(15) NOT NULL,
    question jsonb NOT NULL,
    hint jsonb NOT NULL,
    perspective character varying(10) NOT NULL,
    "order" smallint NOT NULL,
    board_id bigint NOT NULL,
    CONSTRAINT workshops_prompt_order_check CHECK (("order" >= 0))
);
CREATE TABLE public.workshops_publication (
    id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    has_rows boolean NOT NULL,
    result jsonb NOT NULL,
    ballots bytea,
    board_id bigint NOT NULL
);
ALTER TABLE public.workshops_publication ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_publishedfile (
    id bigint NOT NULL,
    ending character varying(8) NOT NULL,
    content bytea NOT NULL,
    numbers jsonb NOT NULL,
    publication_id bigint NOT NULL
);
ALTER TABLE public.workshops_publishedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_publishedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.workshops_smallgroup (
    id uuid NOT NULL,
    round smallint NOT NULL,
    number smallint NOT NULL,
    name character varying(60) NOT NULL,
    board_id bigint NOT NULL,
    place character varying(500) NOT NULL,
    CONSTRAINT workshops_smallgroup_number_check CHECK ((number >= 0)),
    CONSTRAINT workshops_smallgroup_round_check CHECK ((round >= 0))
);
CREATE TABLE public.workshops_statement (
    id uuid NOT NULL,
    number integer NOT NULL,
    text character varying(280) NOT NULL,
    language character varying(16) NOT NULL,
    state character varying(10) NOT NULL,
    source character varying(12) NOT NULL,
    is_simulated boolean NOT NULL,
    written_on date NOT NULL,
    author_id uuid,
    board_id bigint NOT NULL,
    carried_from_id uuid,
    merged_into_id uuid,
    prompt_id uuid NOT NULL,
    root_id uuid NOT NULL,
    split_from_id uuid,
    is_pinned boolean NOT NULL,
    small_group_id uuid,
    held_for character varying(60) NOT NULL,
    hidden_for character varying(10) NOT NULL,
    state_before character varying(10) NOT NULL,
    CONSTRAINT a_merged_statement_says_into_which CHECK ((((merged_into_id IS NOT NULL) AND ((state)::text = 'merged'::text)) OR ((NOT ((state)::text = 'merged'::text)) AND (merged_into_id IS NULL)))),
    CONSTRAINT a_statement_says_something CHECK ((NOT ((text)::text = ''::text))),
    CONSTRAINT workshops_statement_number_check CHECK ((number >= 0))
);
CREATE TABLE public.workshops_translation (
    id uuid NOT NULL,
    language character varying(16) NOT NULL,
    text character varying(560) NOT NULL,
    is_by_machine boolean NOT NULL,
    root_id uuid NOT NULL,
    CONSTRAINT a_translation_says_something CHECK ((NOT ((text)::text = ''::text)))
);
CREATE TABLE public.workshops_vote (
    id uuid NOT NULL,
    number integer NOT NULL,
    value smallint,
    cast_on date NOT NULL,
    board_id bigint NOT NULL,
    participant_id uuid NOT NULL,
    root_id uuid NOT NULL,
    came_with_id uuid,
    CONSTRAINT a_vote_agrees_passes_or_disagrees CHECK (((value IS NULL) OR (value = ANY (ARRAY['-1'::integer, 0, 1])))),
    CONSTRAINT workshops_vote_number_check CHECK ((number >= 0))
);
CREATE UNLOGGED TABLE public.workshops_watch (
    id bigint NOT NULL,
    audience character varying(11) NOT NULL,
    wanted_until timestamp with time zone NOT NULL,
    board_id bigint NOT NULL
);
ALTER TABLE public.workshops_watch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workshops_watch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
INSERT INTO public.series_publicversion VALUES (1, 2);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_action_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_actionlink_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_adoption_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_adoptionreport_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_followupquestion_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_readiness_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_suggestion_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 1, false);
SELECT pg_catalog.setval('public.evidence_bottleneck_id_seq', 1, false);
SELECT pg_catalog.setval('public.evidence_study_id_seq', 1, false);
SELECT pg_catalog.setval('public.evidence_studyfinding_id_seq', 1, false);
SELECT pg_catalog.setval('public.evidence_supportmeasure_answers_id_seq', 1, false);
SELECT pg_catalog.setval('public.evidence_supportmeasure_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_account_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_account_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_account_user_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_accountsession_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_auditentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_auditlink_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_auditpersonal_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_directory_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_directorydomain_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_directorygroup_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_directoryidentity_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_directorysession_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_face_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_knock_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_logo_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_memberinvitation_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_membership_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_organisation_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_passkey_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_recoverycode_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_secondfactor_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_tenant_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_testemail_id_seq', 1, false);
SELECT pg_catalog.setval('public.people_unusedaccount_id_seq', 1, false);
SELECT pg_catalog.setval('public.places_membership_id_seq', 1, false);
SELECT pg_catalog.setval('public.places_network_id_seq', 1, false);
SELECT pg_catalog.setval('public.places_venue_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_answer_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_attendance_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_consent_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_correspondence_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_feedbackquestion_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_feedbacksurvey_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_invitation_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_invitation_known_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_keptcount_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_linkrequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_question_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_reminderrule_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_seat_id_seq', 1, false);
SELECT pg_catalog.setval('public.registration_workspacepermit_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_appendix_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_assistance_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_claimdecision_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_claimsearch_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_evidence_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_importedstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_placement_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_rendering_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_report_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_theme_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_themedecision_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_themesearch_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_version_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_apikey_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_apirequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_event_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_involvement_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_material_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_ownword_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_programmeitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_public_version_number', 2, true);
SELECT pg_catalog.setval('public.series_removedsharing_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_retentionreport_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_series_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_seriesinvitation_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_seriespartner_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_seriesrole_id_seq', 1, false);
SELECT pg_catalog.setval('public.series_update_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_board_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_conclusion_notes_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_conclusion_statements_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_frame_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_keptmention_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_moderation_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_ownprompt_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_ownpromptset_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_presence_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_publication_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_publishedfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.workshops_watch_id_seq', 1, false);
ALTER TABLE ONLY public.people_directorydomain
    ADD CONSTRAINT a_directory_names_a_domain_once UNIQUE (directory_id, domain);
ALTER TABLE ONLY public.workshops_importance
    ADD CONSTRAINT a_mark_is_used_once UNIQUE (board_id, participant_id, slot);
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT a_root_stands_once_on_a_board UNIQUE (board_id, root_id);
ALTER TABLE ONLY public.workshops_importance
    ADD CONSTRAINT a_statement_is_marked_once UNIQUE (board_id, participant_id, root_id);
ALTER TABLE ONLY public.reports_supportingstatement
    ADD CONSTRAINT a_statement_supports_a_finding_once UNIQUE (finding_id, statement_id);
ALTER TABLE ONLY public.catalogue_interest
    ADD CONSTRAINT an_interest_is_said_once UNIQUE (root_id, kind, municipality_id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_action
    ADD CONSTRAINT catalogue_action_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_action
    ADD CONSTRAINT catalogue_action_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.catalogue_actioncontact
    ADD CONSTRAINT catalogue_actioncontact_action_id_key UNIQUE (action_id);
ALTER TABLE ONLY public.catalogue_actioncontact
    ADD CONSTRAINT catalogue_actioncontact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_actionfile
    ADD CONSTRAINT catalogue_actionfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_actionlink
    ADD CONSTRAINT catalogue_actionlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_adoption
    ADD CONSTRAINT catalogue_adoption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_adoptionreport
    ADD CONSTRAINT catalogue_adoptionreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_catalogueemail
    ADD CONSTRAINT catalogue_catalogueemail_pkey PRIMARY KEY (email_id);
ALTER TABLE ONLY public.catalogue_followup
    ADD CONSTRAINT catalogue_followup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_followupquestion
    ADD CONSTRAINT catalogue_followupquestion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_interest
    ADD CONSTRAINT catalogue_interest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_keeper
    ADD CONSTRAINT catalogue_keeper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_knowncolumns
    ADD CONSTRAINT catalogue_knowncolumns_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.catalogue_readiness
    ADD CONSTRAINT catalogue_readiness_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_spreadforecast
    ADD CONSTRAINT catalogue_spreadforecast_pkey PRIMARY KEY (action_id);
ALTER TABLE ONLY public.catalogue_suggestion
    ADD CONSTRAINT catalogue_suggestion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.evidence_bottleneck
    ADD CONSTRAINT evidence_bottleneck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.evidence_bottleneck
    ADD CONSTRAINT evidence_bottleneck_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.evidence_study
    ADD CONSTRAINT evidence_study_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.evidence_studyfinding
    ADD CONSTRAINT evidence_studyfinding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.evidence_supportmeasure_answers
    ADD CONSTRAINT evidence_supportmeasure__supportmeasure_id_bottle_f47c5898_uniq UNIQUE (supportmeasure_id, bottleneck_id);
ALTER TABLE ONLY public.evidence_supportmeasure_answers
    ADD CONSTRAINT evidence_supportmeasure_answers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.evidence_supportmeasure
    ADD CONSTRAINT evidence_supportmeasure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mail_email
    ADD CONSTRAINT mail_letter_message_id_key UNIQUE (message_id);
ALTER TABLE ONLY public.mail_email
    ADD CONSTRAINT mail_letter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_admission
    ADD CONSTRAINT one_admission_per_guest_and_board UNIQUE (board_id, participant_id);
ALTER TABLE ONLY public.catalogue_adoption
    ADD CONSTRAINT one_adoption_per_action_and_municipality UNIQUE (action_id, municipality_id);
ALTER TABLE ONLY public.workshops_picture
    ADD CONSTRAINT one_analysis_per_snapshot_and_method UNIQUE (board_id, snapshot, seed, method);
ALTER TABLE ONLY public.registration_answer
    ADD CONSTRAINT one_answer_per_person_and_question UNIQUE (registration_id, question_id);
ALTER TABLE ONLY public.workshops_pollanswer
    ADD CONSTRAINT one_answer_per_poll_and_participant UNIQUE (poll_id, participant_id);
ALTER TABLE ONLY public.reports_appendix
    ADD CONSTRAINT one_appendix_per_version_and_event UNIQUE (version_id, event);
ALTER TABLE ONLY public.reports_assistance
    ADD CONSTRAINT one_assistance_per_report_and_language UNIQUE (report_id, language);
ALTER TABLE ONLY public.registration_attendance
    ADD CONSTRAINT one_attendance_per_person_and_event UNIQUE (registration_id, event_id);
ALTER TABLE ONLY public.workshops_candidate
    ADD CONSTRAINT one_candidate_per_board_and_number UNIQUE (board_id, number);
ALTER TABLE ONLY public.workshops_pollchoice
    ADD CONSTRAINT one_choice_per_person_and_set UNIQUE (poll_id, participant_id, number);
ALTER TABLE ONLY public.reports_commitment
    ADD CONSTRAINT one_commitment_per_person_and_next_step UNIQUE (registration_id, board_id, root_id);
ALTER TABLE ONLY public.workshops_conclusion
    ADD CONSTRAINT one_conclusion_per_board_and_number UNIQUE (board_id, number);
ALTER TABLE ONLY public.people_ratelimitcounter
    ADD CONSTRAINT one_count_per_caller_and_window UNIQUE (caller, window_start);
ALTER TABLE ONLY public.workshops_currentvote
    ADD CONSTRAINT one_current_vote_per_participant_and_root UNIQUE (participant_id, root_id);
ALTER TABLE ONLY public.registration_registrationemail
    ADD CONSTRAINT one_email_per_mailing_and_person UNIQUE (mailing_id, registration_id);
ALTER TABLE ONLY public.series_event
    ADD CONSTRAINT one_event_per_address UNIQUE (series_id, slug);
ALTER TABLE ONLY public.series_event
    ADD CONSTRAINT one_event_per_kind_and_number UNIQUE (series_id, kind, number);
ALTER TABLE ONLY public.workshops_frame
    ADD CONSTRAINT one_frame_per_audience_and_language UNIQUE (board_id, audience, language);
ALTER TABLE ONLY public.people_directoryidentity
    ADD CONSTRAINT one_identity_per_account UNIQUE (directory_id, account_id);
ALTER TABLE ONLY public.people_directoryidentity
    ADD CONSTRAINT one_identity_per_subject UNIQUE (directory_id, subject);
ALTER TABLE ONLY public.series_involvement
    ADD CONSTRAINT one_involvement_per_role UNIQUE (series_id, organisation_id, role);
ALTER TABLE ONLY public.registration_keptcount
    ADD CONSTRAINT one_kept_count_per_measure_and_key UNIQUE (event_id, measure, key);
ALTER TABLE ONLY public.workshops_keptmention
    ADD CONSTRAINT one_kept_mention_per_text UNIQUE (series_id, digest);
ALTER TABLE ONLY public.people_auditlink
    ADD CONSTRAINT one_link_per_tenant_and_position UNIQUE (tenant_id, "position");
ALTER TABLE ONLY public.places_membership
    ADD CONSTRAINT one_membership_per_joining_year UNIQUE (network_id, municipality_id, joined_year);
ALTER TABLE ONLY public.workshops_note
    ADD CONSTRAINT one_note_per_group_and_number UNIQUE (group_id, number);
ALTER TABLE ONLY public.workshops_member
    ADD CONSTRAINT one_number_on_a_phone_per_round UNIQUE (board_id, round, mark);
ALTER TABLE ONLY public.workshops_polloption
    ADD CONSTRAINT one_option_per_poll_and_number UNIQUE (poll_id, number);
ALTER TABLE ONLY public.series_ownword
    ADD CONSTRAINT one_own_word_per_tenant_list_and_code UNIQUE (tenant_id, which, code);
ALTER TABLE ONLY public.reports_placement
    ADD CONSTRAINT one_placement_per_statement UNIQUE (series_id, statement_id);
ALTER TABLE ONLY public.workshops_poll
    ADD CONSTRAINT one_poll_per_board_and_number UNIQUE (board_id, number);
ALTER TABLE ONLY public.workshops_presence
    ADD CONSTRAINT one_presence_per_board_and_reader UNIQUE (board_id, who);
ALTER TABLE ONLY public.workshops_ownpromptset
    ADD CONSTRAINT one_prompt_set_per_tenant_and_name UNIQUE (tenant_id, name);
ALTER TABLE ONLY public.workshops_publishedfile
    ADD CONSTRAINT one_published_file_per_publication_and_ending UNIQUE (publication_id, ending);
ALTER TABLE ONLY public.catalogue_followupquestion
    ADD CONSTRAINT one_question_per_number UNIQUE (follow_up_id, number);
ALTER TABLE ONLY public.catalogue_readiness
    ADD CONSTRAINT one_readiness_per_municipality_and_action UNIQUE (municipality_id, action_id);
ALTER TABLE ONLY public.people_recoverycode
    ADD CONSTRAINT one_recovery_code_per_digest UNIQUE (account_id, digest);
ALTER TABLE ONLY public.reports_rendering
    ADD CONSTRAINT one_rendering_per_version_language_and_format UNIQUE NULLS NOT DISTINCT (report_id, version_id, language, format);
ALTER TABLE ONLY public.series_apirequest
    ADD CONSTRAINT one_request_per_key_and_name UNIQUE (key_id, name);
ALTER TABLE ONLY public.people_directorygroup
    ADD CONSTRAINT one_role_per_group_of_a_directory UNIQUE (directory_id, "group");
ALTER TABLE ONLY public.workshops_member
    ADD CONSTRAINT one_small_group_per_participant_and_round UNIQUE (board_id, round, participant_id);
ALTER TABLE ONLY public.workshops_smallgroup
    ADD CONSTRAINT one_small_group_per_round_and_number UNIQUE (board_id, round, number);
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT one_statement_per_number UNIQUE (board_id, number);
ALTER TABLE ONLY public.catalogue_suggestion
    ADD CONSTRAINT one_suggestion_per_municipality_and_action UNIQUE (municipality_id, action_id);
ALTER TABLE ONLY public.workshops_polltext
    ADD CONSTRAINT one_text_per_poll_and_number UNIQUE (poll_id, number);
ALTER TABLE ONLY public.reports_theme
    ADD CONSTRAINT one_theme_per_key UNIQUE (series_id, key);
ALTER TABLE ONLY public.workshops_translation
    ADD CONSTRAINT one_translation_per_language UNIQUE (root_id, language);
ALTER TABLE ONLY public.workshops_pollupvote
    ADD CONSTRAINT one_upvote_per_text_and_person UNIQUE (text_id, participant_id);
ALTER TABLE ONLY public.reports_version
    ADD CONSTRAINT one_version_per_number UNIQUE (report_id, number);
ALTER TABLE ONLY public.workshops_vote
    ADD CONSTRAINT one_vote_per_participant_and_number UNIQUE (participant_id, number);
ALTER TABLE ONLY public.workshops_watch
    ADD CONSTRAINT one_watch_per_board_and_audience UNIQUE (board_id, audience);
ALTER TABLE ONLY public.registration_workspacepermit
    ADD CONSTRAINT one_workspace_permit_per_series_and_address UNIQUE (series_id, address);
ALTER TABLE ONLY public.people_account
    ADD CONSTRAINT people_account_email_key UNIQUE (email);
ALTER TABLE ONLY public.people_account_groups
    ADD CONSTRAINT people_account_groups_account_id_group_id_1a20563d_uniq UNIQUE (account_id, group_id);
ALTER TABLE ONLY public.people_account_groups
    ADD CONSTRAINT people_account_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_account
    ADD CONSTRAINT people_account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_account_user_permissions
    ADD CONSTRAINT people_account_user_perm_account_id_permission_id_95cd75f4_uniq UNIQUE (account_id, permission_id);
ALTER TABLE ONLY public.people_account_user_permissions
    ADD CONSTRAINT people_account_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_accountsession
    ADD CONSTRAINT people_accountsession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_accountsession
    ADD CONSTRAINT people_accountsession_session_key_key UNIQUE (session_key);
ALTER TABLE ONLY public.people_auditentry
    ADD CONSTRAINT people_auditentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_auditlink
    ADD CONSTRAINT people_auditlink_entry_id_key UNIQUE (entry_id);
ALTER TABLE ONLY public.people_auditlink
    ADD CONSTRAINT people_auditlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_auditpersonal
    ADD CONSTRAINT people_auditpersonal_entry_id_key UNIQUE (entry_id);
ALTER TABLE ONLY public.people_auditpersonal
    ADD CONSTRAINT people_auditpersonal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_directory
    ADD CONSTRAINT people_directory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_directory
    ADD CONSTRAINT people_directory_tenant_id_key UNIQUE (tenant_id);
ALTER TABLE ONLY public.people_directorydomain
    ADD CONSTRAINT people_directorydomain_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_directorygroup
    ADD CONSTRAINT people_directorygroup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_directoryidentity
    ADD CONSTRAINT people_directoryidentity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_directorysession
    ADD CONSTRAINT people_directorysession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_directorysession
    ADD CONSTRAINT people_directorysession_session_id_key UNIQUE (session_id);
ALTER TABLE ONLY public.people_face
    ADD CONSTRAINT people_face_asked_email_id_key UNIQUE (asked_email_id);
ALTER TABLE ONLY public.people_face
    ADD CONSTRAINT people_face_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_face
    ADD CONSTRAINT people_face_tenant_id_key UNIQUE (tenant_id);
ALTER TABLE ONLY public.people_ratelimitcounter
    ADD CONSTRAINT people_knock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_logo
    ADD CONSTRAINT people_logo_face_id_key UNIQUE (face_id);
ALTER TABLE ONLY public.people_logo
    ADD CONSTRAINT people_logo_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_memberinvitation
    ADD CONSTRAINT people_memberinvitation_email_id_key UNIQUE (email_id);
ALTER TABLE ONLY public.people_memberinvitation
    ADD CONSTRAINT people_memberinvitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.people_passkey
    ADD CONSTRAINT people_passkey_credential_id_key UNIQUE (credential_id);
ALTER TABLE ONLY public.people_passkey
    ADD CONSTRAINT people_passkey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_ratelimitkey
    ADD CONSTRAINT people_ratelimitkey_pkey PRIMARY KEY (day);
ALTER TABLE ONLY public.people_recoverycode
    ADD CONSTRAINT people_recoverycode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_secondfactor
    ADD CONSTRAINT people_secondfactor_account_id_key UNIQUE (account_id);
ALTER TABLE ONLY public.people_secondfactor
    ADD CONSTRAINT people_secondfactor_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_signinfailures
    ADD CONSTRAINT people_signinfailures_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.people_tenant
    ADD CONSTRAINT people_tenant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_tenant
    ADD CONSTRAINT people_tenant_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.people_testemail
    ADD CONSTRAINT people_testemail_email_id_key UNIQUE (email_id);
ALTER TABLE ONLY public.people_testemail
    ADD CONSTRAINT people_testemail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.people_unusedaccount
    ADD CONSTRAINT people_unusedaccount_account_id_key UNIQUE (account_id);
ALTER TABLE ONLY public.people_unusedaccount
    ADD CONSTRAINT people_unusedaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.places_membership
    ADD CONSTRAINT places_membership_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.places_municipality
    ADD CONSTRAINT places_municipality_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.places_network
    ADD CONSTRAINT places_network_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.places_network
    ADD CONSTRAINT places_network_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.places_region
    ADD CONSTRAINT places_region_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.places_venue
    ADD CONSTRAINT places_venue_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_answer
    ADD CONSTRAINT registration_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_arrival
    ADD CONSTRAINT registration_arrival_pkey PRIMARY KEY (attendance_id);
ALTER TABLE ONLY public.registration_arrivalmark
    ADD CONSTRAINT registration_arrivalmark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_attendance
    ADD CONSTRAINT registration_attendance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_attendeefile
    ADD CONSTRAINT registration_attendeefile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_consent
    ADD CONSTRAINT registration_consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_registrationemail
    ADD CONSTRAINT registration_correspondence_letter_id_key UNIQUE (email_id);
ALTER TABLE ONLY public.registration_registrationemail
    ADD CONSTRAINT registration_correspondence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_feedbackquestion
    ADD CONSTRAINT registration_feedbackquestion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_feedbacksurvey
    ADD CONSTRAINT registration_feedbacksurvey_event_id_key UNIQUE (event_id);
ALTER TABLE ONLY public.registration_feedbacksurvey
    ADD CONSTRAINT registration_feedbacksurvey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_helperlink
    ADD CONSTRAINT registration_helperlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_invitation_events
    ADD CONSTRAINT registration_invitation__invitation_id_event_id_026d64fd_uniq UNIQUE (invitation_id, event_id);
ALTER TABLE ONLY public.registration_invitation_known
    ADD CONSTRAINT registration_invitation__invitation_id_registrati_72d48433_uniq UNIQUE (invitation_id, registration_id);
ALTER TABLE ONLY public.registration_invitation_events
    ADD CONSTRAINT registration_invitation_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_invitation_known
    ADD CONSTRAINT registration_invitation_known_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_invitation
    ADD CONSTRAINT registration_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_keptcount
    ADD CONSTRAINT registration_keptcount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_linkrequest
    ADD CONSTRAINT registration_linkrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_mailing
    ADD CONSTRAINT registration_mailing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_question
    ADD CONSTRAINT registration_question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_registration
    ADD CONSTRAINT registration_registration_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_reminderrule
    ADD CONSTRAINT registration_reminderrule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_reminderrule
    ADD CONSTRAINT registration_reminderrule_series_id_key UNIQUE (series_id);
ALTER TABLE ONLY public.registration_seat
    ADD CONSTRAINT registration_seat_attendance_id_key UNIQUE (attendance_id);
ALTER TABLE ONLY public.registration_seat
    ADD CONSTRAINT registration_seat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.registration_registrationsource
    ADD CONSTRAINT registration_wayin_pkey PRIMARY KEY (registration_id);
ALTER TABLE ONLY public.registration_workspacepermit
    ADD CONSTRAINT registration_workspacepermit_next_permit_key UNIQUE (next_permit);
ALTER TABLE ONLY public.registration_workspacepermit
    ADD CONSTRAINT registration_workspacepermit_permit_key UNIQUE (permit);
ALTER TABLE ONLY public.registration_workspacepermit
    ADD CONSTRAINT registration_workspacepermit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_appendix
    ADD CONSTRAINT reports_appendix_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_assistance
    ADD CONSTRAINT reports_assistance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_claimdecision
    ADD CONSTRAINT reports_claimdecision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_claimsearch
    ADD CONSTRAINT reports_claimsearch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_claimsearch
    ADD CONSTRAINT reports_claimsearch_series_id_key UNIQUE (series_id);
ALTER TABLE ONLY public.reports_commitment
    ADD CONSTRAINT reports_commitment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_supportingstatement
    ADD CONSTRAINT reports_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_finding
    ADD CONSTRAINT reports_finding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_importedstep
    ADD CONSTRAINT reports_importedstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_importedstep
    ADD CONSTRAINT reports_importedstep_step_id_key UNIQUE (step_id);
ALTER TABLE ONLY public.reports_placement
    ADD CONSTRAINT reports_placement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_rendering
    ADD CONSTRAINT reports_rendering_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_series_id_key UNIQUE (series_id);
ALTER TABLE ONLY public.reports_theme
    ADD CONSTRAINT reports_theme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_themedecision
    ADD CONSTRAINT reports_themedecision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_themesearch
    ADD CONSTRAINT reports_themesearch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_themesearch
    ADD CONSTRAINT reports_themesearch_series_id_key UNIQUE (series_id);
ALTER TABLE ONLY public.reports_version
    ADD CONSTRAINT reports_version_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_apikey
    ADD CONSTRAINT series_apikey_digest_key UNIQUE (digest);
ALTER TABLE ONLY public.series_apikey
    ADD CONSTRAINT series_apikey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_apirequest
    ADD CONSTRAINT series_apirequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_event
    ADD CONSTRAINT series_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_event
    ADD CONSTRAINT series_event_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.series_involvement
    ADD CONSTRAINT series_involvement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_material
    ADD CONSTRAINT series_material_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_ownword
    ADD CONSTRAINT series_ownword_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_programmeitem
    ADD CONSTRAINT series_programmeitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_publicversion
    ADD CONSTRAINT series_publicversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_removedsharing
    ADD CONSTRAINT series_removedsharing_email_id_key UNIQUE (email_id);
ALTER TABLE ONLY public.series_removedsharing
    ADD CONSTRAINT series_removedsharing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_retentionreport
    ADD CONSTRAINT series_retentionreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_series
    ADD CONSTRAINT series_series_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_series
    ADD CONSTRAINT series_series_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.series_seriesinvitation
    ADD CONSTRAINT series_seriesinvitation_email_id_key UNIQUE (email_id);
ALTER TABLE ONLY public.series_seriesinvitation
    ADD CONSTRAINT series_seriesinvitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_seriespartner
    ADD CONSTRAINT series_seriespartner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_seriesrole
    ADD CONSTRAINT series_seriesrole_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_sharedpreview
    ADD CONSTRAINT series_sharedpreview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_update
    ADD CONSTRAINT series_update_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.series_update
    ADD CONSTRAINT series_update_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.workshops_admission
    ADD CONSTRAINT workshops_admission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_board
    ADD CONSTRAINT workshops_board_code_key UNIQUE (code);
ALTER TABLE ONLY public.workshops_board
    ADD CONSTRAINT workshops_board_event_id_key UNIQUE (event_id);
ALTER TABLE ONLY public.workshops_board
    ADD CONSTRAINT workshops_board_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_candidate
    ADD CONSTRAINT workshops_candidate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_conclusion_notes
    ADD CONSTRAINT workshops_conclusion_notes_conclusion_id_note_id_6b8e9567_uniq UNIQUE (conclusion_id, note_id);
ALTER TABLE ONLY public.workshops_conclusion_notes
    ADD CONSTRAINT workshops_conclusion_notes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_conclusion
    ADD CONSTRAINT workshops_conclusion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_conclusion_statements
    ADD CONSTRAINT workshops_conclusion_sta_conclusion_id_statement__49ee86d1_uniq UNIQUE (conclusion_id, statement_id);
ALTER TABLE ONLY public.workshops_conclusion_statements
    ADD CONSTRAINT workshops_conclusion_statements_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_currentvote
    ADD CONSTRAINT workshops_currentvote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_frame
    ADD CONSTRAINT workshops_frame_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_importance
    ADD CONSTRAINT workshops_importance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_intake
    ADD CONSTRAINT workshops_intake_event_id_key UNIQUE (event_id);
ALTER TABLE ONLY public.workshops_intake
    ADD CONSTRAINT workshops_intake_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_invitation
    ADD CONSTRAINT workshops_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_keptmention
    ADD CONSTRAINT workshops_keptmention_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_member
    ADD CONSTRAINT workshops_member_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_moderation
    ADD CONSTRAINT workshops_moderation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_note
    ADD CONSTRAINT workshops_note_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_ownprompt
    ADD CONSTRAINT workshops_ownprompt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_ownpromptset
    ADD CONSTRAINT workshops_ownpromptset_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_participant
    ADD CONSTRAINT workshops_participant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_picture
    ADD CONSTRAINT workshops_picture_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_poll
    ADD CONSTRAINT workshops_poll_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_pollanswer
    ADD CONSTRAINT workshops_pollanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_pollchoice
    ADD CONSTRAINT workshops_pollchoice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_polloption
    ADD CONSTRAINT workshops_polloption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_polltext
    ADD CONSTRAINT workshops_polltext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_pollupvote
    ADD CONSTRAINT workshops_pollupvote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_presence
    ADD CONSTRAINT workshops_presence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_prompt
    ADD CONSTRAINT workshops_prompt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_publication
    ADD CONSTRAINT workshops_publication_board_id_key UNIQUE (board_id);
ALTER TABLE ONLY public.workshops_publication
    ADD CONSTRAINT workshops_publication_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_publishedfile
    ADD CONSTRAINT workshops_publishedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_smallgroup
    ADD CONSTRAINT workshops_smallgroup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT workshops_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_translation
    ADD CONSTRAINT workshops_translation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_vote
    ADD CONSTRAINT workshops_vote_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.workshops_watch
    ADD CONSTRAINT workshops_watch_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX a_confirmed_domain_has_one_directory ON public.people_directorydomain USING btree (domain) WHERE (NOT (confirmed_at IS NULL));
CREATE UNIQUE INDEX a_finding_is_drafted_once ON public.reports_finding USING btree (report_id, drafted_as) WHERE (NOT ((drafted_as)::text = ''::text));
CREATE INDEX actions_by_owner ON public.catalogue_action USING btree (owner_id, state);
CREATE INDEX actions_by_spread ON public.catalogue_action USING btree (state, adopters);
CREATE INDEX actions_by_theme ON public.catalogue_action USING gin (themes);
CREATE INDEX actions_by_words ON public.catalogue_action USING gin (search);
CREATE INDEX adoptions_by_municipality ON public.catalogue_adoption USING btree (municipality_id, stage);
CREATE INDEX audit_entries_of_a_tenant ON public.people_auditentry USING btree (tenant_id, id DESC);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX cancelled_ones_by_address ON public.registration_registration USING btree (series_id, email_normalised) WHERE (cancelled_at IS NOT NULL);
CREATE INDEX catalogue_action_confirmed_by_id_43a68375 ON public.catalogue_action USING btree (confirmed_by_id);
CREATE INDEX catalogue_action_finding_id_42156c23 ON public.catalogue_action USING btree (finding_id);
CREATE INDEX catalogue_action_owner_id_88d4c559 ON public.catalogue_action USING btree (owner_id);
CREATE INDEX catalogue_action_owner_id_88d4c559_like ON public.catalogue_action USING btree (owner_id varchar_pattern_ops);
CREATE INDEX catalogue_action_series_id_e0dedae2 ON public.catalogue_action USING btree (series_id);
CREATE INDEX catalogue_action_slug_fc1ffa59_like ON public.catalogue_action USING btree (slug varchar_pattern_ops);
CREATE INDEX catalogue_action_statement_id_9aacb48f ON public.catalogue_action USING btree (statement_id);
CREATE INDEX catalogue_actionfile_account_id_7e12eca3 ON public.catalogue_actionfile USING btree (account_id);
CREATE INDEX catalogue_actionlink_action_id_da20f2ca ON public.catalogue_actionlink USING btree (action_id);
CREATE INDEX catalogue_adoption_action_id_e5a64f8e ON public.catalogue_adoption USING btree (action_id);
CREATE INDEX catalogue_adoption_learned_from_id_3e8913f5 ON public.catalogue_adoption USING btree (learned_from_id);
CREATE INDEX catalogue_adoption_learned_from_id_3e8913f5_like ON public.catalogue_adoption USING btree (learned_from_id varchar_pattern_ops);
CREATE INDEX catalogue_adoption_municipality_id_96bf9975 ON public.catalogue_adoption USING btree (municipality_id);
CREATE INDEX catalogue_adoption_municipality_id_96bf9975_like ON public.catalogue_adoption USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX catalogue_adoptionreport_adoption_id_27480f71 ON public.catalogue_adoptionreport USING btree (adoption_id);
CREATE INDEX catalogue_adoptionreport_learned_from_id_94cf2584 ON public.catalogue_adoptionreport USING btree (learned_from_id);
CREATE INDEX catalogue_adoptionreport_learned_from_id_94cf2584_like ON public.catalogue_adoptionreport USING btree (learned_from_id varchar_pattern_ops);
CREATE INDEX catalogue_adoptionreport_looked_at_by_id_9192378b ON public.catalogue_adoptionreport USING btree (looked_at_by_id);
CREATE INDEX catalogue_adoptionreport_reason_id_e3219498 ON public.catalogue_adoptionreport USING btree (reason_id);
CREATE INDEX catalogue_catalogueemail_contact_id_98c8e90e ON public.catalogue_catalogueemail USING btree (contact_id);
CREATE INDEX catalogue_catalogueemail_follow_up_id_31b75959 ON public.catalogue_catalogueemail USING btree (follow_up_id);
CREATE INDEX catalogue_catalogueemail_keeper_id_660a7487 ON public.catalogue_catalogueemail USING btree (keeper_id);
CREATE INDEX catalogue_catalogueemail_question_id_cffea57c ON public.catalogue_catalogueemail USING btree (question_id);
CREATE INDEX catalogue_followup_action_id_bd96bee9 ON public.catalogue_followup USING btree (action_id);
CREATE INDEX catalogue_followup_municipality_id_99548fa7 ON public.catalogue_followup USING btree (municipality_id);
CREATE INDEX catalogue_followup_municipality_id_99548fa7_like ON public.catalogue_followup USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX catalogue_followup_step_id_1041a5f7 ON public.catalogue_followup USING btree (step_id);
CREATE INDEX catalogue_followupquestion_follow_up_id_28c4c4ae ON public.catalogue_followupquestion USING btree (follow_up_id);
CREATE INDEX catalogue_followupquestion_report_id_7c330fc0 ON public.catalogue_followupquestion USING btree (report_id);
CREATE INDEX catalogue_interest_action_id_fa09bf06 ON public.catalogue_interest USING btree (action_id);
CREATE INDEX catalogue_interest_board_id_6b9a3270 ON public.catalogue_interest USING btree (board_id);
CREATE INDEX catalogue_interest_municipality_id_d4138d65 ON public.catalogue_interest USING btree (municipality_id);
CREATE INDEX catalogue_interest_municipality_id_d4138d65_like ON public.catalogue_interest USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX catalogue_interest_root_id_80249f63 ON public.catalogue_interest USING btree (root_id);
CREATE INDEX catalogue_keeper_municipality_id_68dfe10e ON public.catalogue_keeper USING btree (municipality_id);
CREATE INDEX catalogue_keeper_municipality_id_68dfe10e_like ON public.catalogue_keeper USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX catalogue_knowncolumns_key_60c52ebb_like ON public.catalogue_knowncolumns USING btree (key varchar_pattern_ops);
CREATE INDEX catalogue_readiness_action_id_8dbb0808 ON public.catalogue_readiness USING btree (action_id);
CREATE INDEX catalogue_readiness_answered_by_id_bdc4c367 ON public.catalogue_readiness USING btree (answered_by_id);
CREATE INDEX catalogue_readiness_municipality_id_27a44004 ON public.catalogue_readiness USING btree (municipality_id);
CREATE INDEX catalogue_readiness_municipality_id_27a44004_like ON public.catalogue_readiness USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX catalogue_suggestion_action_id_7ccbc037 ON public.catalogue_suggestion USING btree (action_id);
CREATE INDEX catalogue_suggestion_municipality_id_0b187b36 ON public.catalogue_suggestion USING btree (municipality_id);
CREATE INDEX catalogue_suggestion_municipality_id_0b187b36_like ON public.catalogue_suggestion USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX contacts_to_be_asked ON public.catalogue_actioncontact USING btree (ask_on);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX emails_that_are_due ON public.mail_email USING btree (next_attempt_at) WHERE ((state)::text = 'queued'::text);
CREATE INDEX emails_to_unconfirmed ON public.mail_email USING btree (sent_at) WHERE to_unconfirmed;
CREATE INDEX evidence_bottleneck_slug_c1c8e77b_like ON public.evidence_bottleneck USING btree (slug varchar_pattern_ops);
CREATE INDEX evidence_bottleneck_tenant_id_088e0742 ON public.evidence_bottleneck USING btree (tenant_id);
CREATE INDEX evidence_study_series_id_7cd29051 ON public.evidence_study USING btree (series_id);
CREATE INDEX evidence_studyfinding_bottleneck_id_4ad01eb5 ON public.evidence_studyfinding USING btree (bottleneck_id);
CREATE INDEX evidence_studyfinding_study_id_37e1a078 ON public.evidence_studyfinding USING btree (study_id);
CREATE INDEX evidence_supportmeasure_answers_bottleneck_id_905c9761 ON public.evidence_supportmeasure_answers USING btree (bottleneck_id);
CREATE INDEX evidence_supportmeasure_answers_supportmeasure_id_1a0822c7 ON public.evidence_supportmeasure_answers USING btree (supportmeasure_id);
CREATE INDEX evidence_supportmeasure_study_id_eb6ec9aa ON public.evidence_supportmeasure USING btree (study_id);
CREATE INDEX evidence_supportmeasure_tenant_id_d9bf742c ON public.evidence_supportmeasure USING btree (tenant_id);
CREATE INDEX follow_ups_to_be_asked ON public.catalogue_followup USING btree (ask_on);
CREATE INDEX free_seats ON public.registration_seat USING btree (event_id, mode) WHERE (attendance_id IS NULL);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX keepers_to_be_asked ON public.catalogue_keeper USING btree (ask_on);
CREATE INDEX mail_email_state_b3220b_idx ON public.mail_email USING btree (state, created_at);
CREATE INDEX mail_letter_message_id_d9272411_like ON public.mail_email USING btree (message_id varchar_pattern_ops);
CREATE UNIQUE INDEX one_active_consent_per_purpose ON public.registration_consent USING btree (registration_id, purpose) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX one_active_membership_per_account ON public.people_membership USING btree (tenant_id, account_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_active_registration_per_series_and_address ON public.registration_registration USING btree (series_id, email_normalised) WHERE (cancelled_at IS NULL);
CREATE UNIQUE INDEX one_commitment_per_organisation_and_next_step ON public.reports_commitment USING btree (lower((name)::text), municipality_id, board_id, root_id) WHERE (is_from_hall AND (NOT ((name)::text = ''::text)));
CREATE UNIQUE INDEX one_feedback_request_per_event ON public.registration_mailing USING btree (event_id) WHERE ((kind)::text = 'feedback'::text);
CREATE UNIQUE INDEX one_open_invitation_per_address ON public.people_memberinvitation USING btree (tenant_id, address) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX one_open_invitation_per_series_and_address ON public.series_seriesinvitation USING btree (series_id, address) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX one_organisation_per_host ON public.people_tenant USING btree (host) WHERE (NOT ((host)::text = ''::text));
CREATE UNIQUE INDEX one_person_per_waiting_number ON public.registration_attendance USING btree (event_id, waits_for, waiting_number) WHERE (NOT ((waits_for)::text = ''::text));
CREATE UNIQUE INDEX one_reminder_per_event_and_start ON public.registration_mailing USING btree (event_id, about_start) WHERE ((kind)::text = 'reminder'::text);
CREATE UNIQUE INDEX one_role_per_series_and_account ON public.series_seriesrole USING btree (series_id, account_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_sharing_per_series_and_partner ON public.series_seriespartner USING btree (series_id, tenant_id) WHERE (ended_at IS NULL);
CREATE INDEX people_account_email_1314925d_like ON public.people_account USING btree (email varchar_pattern_ops);
CREATE INDEX people_account_groups_account_id_131c72c1 ON public.people_account_groups USING btree (account_id);
CREATE INDEX people_account_groups_group_id_16cb3ca3 ON public.people_account_groups USING btree (group_id);
CREATE INDEX people_account_user_permissions_account_id_ad08a47d ON public.people_account_user_permissions USING btree (account_id);
CREATE INDEX people_account_user_permissions_permission_id_381ccde7 ON public.people_account_user_permissions USING btree (permission_id);
CREATE INDEX people_accountsession_account_id_ef498b0a ON public.people_accountsession USING btree (account_id);
CREATE INDEX people_accountsession_session_key_440dbab2_like ON public.people_accountsession USING btree (session_key varchar_pattern_ops);
CREATE INDEX people_auditentry_at_d20dbb76 ON public.people_auditentry USING btree (at);
CREATE INDEX people_auditentry_series_number_70f453a5 ON public.people_auditentry USING btree (series_number);
CREATE INDEX people_auditentry_tenant_id_51a1e7ba ON public.people_auditentry USING btree (tenant_id);
CREATE INDEX people_auditlink_tenant_id_74287c38 ON public.people_auditlink USING btree (tenant_id);
CREATE INDEX people_auditpersonal_registration_cfa5de1b ON public.people_auditpersonal USING btree (registration);
CREATE INDEX people_auditpersonal_series_number_108ffe1f ON public.people_auditpersonal USING btree (series_number);
CREATE INDEX people_directorydomain_directory_id_6f2b5824 ON public.people_directorydomain USING btree (directory_id);
CREATE INDEX people_directorygroup_directory_id_0b427a27 ON public.people_directorygroup USING btree (directory_id);
CREATE INDEX people_directoryidentity_account_id_fbda3347 ON public.people_directoryidentity USING btree (account_id);
CREATE INDEX people_directoryidentity_directory_id_7f6cd356 ON public.people_directoryidentity USING btree (directory_id);
CREATE INDEX people_directorysession_asked_at_b27e1dd2 ON public.people_directorysession USING btree (asked_at);
CREATE INDEX people_directorysession_identity_id_2b7a4120 ON public.people_directorysession USING btree (identity_id);
CREATE INDEX people_memberinvitation_invited_by_id_e0209450 ON public.people_memberinvitation USING btree (invited_by_id);
CREATE INDEX people_memberinvitation_tenant_id_09b8384a ON public.people_memberinvitation USING btree (tenant_id);
CREATE INDEX people_membership_account_id_225eefa8 ON public.people_membership USING btree (account_id);
CREATE INDEX people_membership_tenant_id_7895ad97 ON public.people_membership USING btree (tenant_id);
CREATE INDEX people_organisation_slug_e05d4824_like ON public.people_organisation USING btree (slug varchar_pattern_ops);
CREATE INDEX people_organisation_tenant_id_85f68a50 ON public.people_organisation USING btree (tenant_id);
CREATE INDEX people_passkey_account_id_5897c8ba ON public.people_passkey USING btree (account_id);
CREATE INDEX people_recoverycode_account_id_83d2c834 ON public.people_recoverycode USING btree (account_id);
CREATE INDEX people_signinfailures_key_27ea7600_like ON public.people_signinfailures USING btree (key varchar_pattern_ops);
CREATE INDEX people_signinfailures_last_at_15d2658f ON public.people_signinfailures USING btree (last_at);
CREATE INDEX people_tenant_slug_8c77befc_like ON public.people_tenant USING btree (slug varchar_pattern_ops);
CREATE INDEX people_testemail_tenant_id_7982b760 ON public.people_testemail USING btree (tenant_id);
CREATE INDEX places_membership_municipality_id_a36e0807 ON public.places_membership USING btree (municipality_id);
CREATE INDEX places_membership_municipality_id_a36e0807_like ON public.places_membership USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX places_membership_network_id_90c3bb4e ON public.places_membership USING btree (network_id);
CREATE INDEX places_municipality_code_7d22e6d3_like ON public.places_municipality USING btree (code varchar_pattern_ops);
CREATE INDEX places_municipality_region_id_1b15b9a7 ON public.places_municipality USING btree (region_id);
CREATE INDEX places_municipality_region_id_1b15b9a7_like ON public.places_municipality USING btree (region_id varchar_pattern_ops);
CREATE INDEX places_municipality_successor_id_4f9dfe3a ON public.places_municipality USING btree (successor_id);
CREATE INDEX places_municipality_successor_id_4f9dfe3a_like ON public.places_municipality USING btree (successor_id varchar_pattern_ops);
CREATE INDEX places_network_slug_9f1bc60c_like ON public.places_network USING btree (slug varchar_pattern_ops);
CREATE INDEX places_region_code_c6cbaa1a_like ON public.places_region USING btree (code varchar_pattern_ops);
CREATE INDEX places_venue_municipality_id_494ba128 ON public.places_venue USING btree (municipality_id);
CREATE INDEX places_venue_municipality_id_494ba128_like ON public.places_venue USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX places_venue_tenant_id_ec010b18 ON public.places_venue USING btree (tenant_id);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX registratio_event_i_d8456d_idx ON public.registration_attendance USING btree (event_id, state, mode);
CREATE INDEX registration_answer_question_id_416234df ON public.registration_answer USING btree (question_id);
CREATE INDEX registration_answer_registration_id_1d27a8da ON public.registration_answer USING btree (registration_id);
CREATE INDEX registration_arrival_helper_link_id_da65ea9c ON public.registration_arrival USING btree (helper_link_id);
CREATE INDEX registration_arrival_noted_by_id_5b9f27d0 ON public.registration_arrival USING btree (noted_by_id);
CREATE INDEX registration_arrivalmark_attendance_id_7fa0e100 ON public.registration_arrivalmark USING btree (attendance_id);
CREATE INDEX registration_arrivalmark_helper_link_id_241163ed ON public.registration_arrivalmark USING btree (helper_link_id);
CREATE INDEX registration_arrivalmark_noted_by_id_6105fa98 ON public.registration_arrivalmark USING btree (noted_by_id);
CREATE INDEX registration_attendance_event_id_3706d347 ON public.registration_attendance USING btree (event_id);
CREATE INDEX registration_attendance_registration_id_bb12d9c6 ON public.registration_attendance USING btree (registration_id);
CREATE INDEX registration_attendeefile_account_id_84c295b5 ON public.registration_attendeefile USING btree (account_id);
CREATE INDEX registration_attendeefile_series_id_f21105b2 ON public.registration_attendeefile USING btree (series_id);
CREATE INDEX registration_consent_registration_id_da3fe065 ON public.registration_consent USING btree (registration_id);
CREATE INDEX registration_correspondence_event_id_b03c2bff ON public.registration_registrationemail USING btree (event_id);
CREATE INDEX registration_correspondence_mailing_id_70593914 ON public.registration_registrationemail USING btree (mailing_id);
CREATE INDEX registration_correspondence_registration_id_582d03c4 ON public.registration_registrationemail USING btree (registration_id);
CREATE INDEX registration_feedbackquestion_survey_id_9859d863 ON public.registration_feedbackquestion USING btree (survey_id);
CREATE INDEX registration_helperlink_event_id_da2cb533 ON public.registration_helperlink USING btree (event_id);
CREATE INDEX registration_invitation_events_event_id_42ee1053 ON public.registration_invitation_events USING btree (event_id);
CREATE INDEX registration_invitation_events_invitation_id_6657ac8f ON public.registration_invitation_events USING btree (invitation_id);
CREATE INDEX registration_invitation_known_invitation_id_0a971fb8 ON public.registration_invitation_known USING btree (invitation_id);
CREATE INDEX registration_invitation_known_registration_id_bafc82bf ON public.registration_invitation_known USING btree (registration_id);
CREATE INDEX registration_invitation_made_by_id_008f791a ON public.registration_invitation USING btree (made_by_id);
CREATE INDEX registration_invitation_series_id_a5427d2f ON public.registration_invitation USING btree (series_id);
CREATE INDEX registration_keptcount_event_id_fd630b82 ON public.registration_keptcount USING btree (event_id);
CREATE INDEX registration_linkrequest_series_id_b3fc7410 ON public.registration_linkrequest USING btree (series_id);
CREATE INDEX registration_mailing_event_id_c48d9f7d ON public.registration_mailing USING btree (event_id);
CREATE INDEX registration_mailing_series_id_9b899748 ON public.registration_mailing USING btree (series_id);
CREATE INDEX registration_question_event_id_1d39efef ON public.registration_question USING btree (event_id);
CREATE INDEX registration_question_series_id_91fea95a ON public.registration_question USING btree (series_id);
CREATE INDEX registration_question_shown_if_id_df146c96 ON public.registration_question USING btree (shown_if_id);
CREATE INDEX registration_registration_municipality_id_962074ce ON public.registration_registration USING btree (municipality_id);
CREATE INDEX registration_registration_municipality_id_962074ce_like ON public.registration_registration USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX registration_registration_network_id_176bb541 ON public.registration_registration USING btree (network_id);
CREATE INDEX registration_registration_series_id_93cbe473 ON public.registration_registration USING btree (series_id);
CREATE INDEX registration_seat_event_id_3ad9ab79 ON public.registration_seat USING btree (event_id);
CREATE INDEX registration_wayin_account_id_f81b9ef2 ON public.registration_registrationsource USING btree (account_id);
CREATE INDEX registration_wayin_brought_by_id_4b712ba6 ON public.registration_registrationsource USING btree (brought_by_id);
CREATE INDEX registration_wayin_invitation_id_23be74bf ON public.registration_registrationsource USING btree (invitation_id);
CREATE INDEX registration_workspacepermit_next_permit_1c6fc9c0_like ON public.registration_workspacepermit USING btree (next_permit varchar_pattern_ops);
CREATE INDEX registration_workspacepermit_permit_99c47d71_like ON public.registration_workspacepermit USING btree (permit varchar_pattern_ops);
CREATE INDEX registration_workspacepermit_registration_id_fd3bc4c0 ON public.registration_workspacepermit USING btree (registration_id);
CREATE INDEX registration_workspacepermit_series_id_fca3db95 ON public.registration_workspacepermit USING btree (series_id);
CREATE INDEX reports_appendix_version_id_e912d704 ON public.reports_appendix USING btree (version_id);
CREATE INDEX reports_assistance_report_id_450ac0ae ON public.reports_assistance USING btree (report_id);
CREATE INDEX reports_claimdecision_series_id_b7e5badc ON public.reports_claimdecision USING btree (series_id);
CREATE INDEX reports_commitment_board_id_ff1e4517 ON public.reports_commitment USING btree (board_id);
CREATE INDEX reports_commitment_municipality_id_eb3bf731 ON public.reports_commitment USING btree (municipality_id);
CREATE INDEX reports_commitment_municipality_id_eb3bf731_like ON public.reports_commitment USING btree (municipality_id varchar_pattern_ops);
CREATE INDEX reports_commitment_registration_id_e654fb52 ON public.reports_commitment USING btree (registration_id);
CREATE INDEX reports_commitment_root_id_21054ba9 ON public.reports_commitment USING btree (root_id);
CREATE INDEX reports_evidence_finding_id_2454bc44 ON public.reports_supportingstatement USING btree (finding_id);
CREATE INDEX reports_evidence_statement_id_caeac524 ON public.reports_supportingstatement USING btree (statement_id);
CREATE INDEX reports_finding_board_id_428863cf ON public.reports_finding USING btree (board_id);
CREATE INDEX reports_finding_bottleneck_id_9cff7630 ON public.reports_finding USING btree (bottleneck_id);
CREATE INDEX reports_finding_report_id_4bafed5b ON public.reports_finding USING btree (report_id);
CREATE INDEX reports_importedstep_finding_id_1ed793b7 ON public.reports_importedstep USING btree (finding_id);
CREATE INDEX reports_placement_series_id_dafeec2c ON public.reports_placement USING btree (series_id);
CREATE INDEX reports_placement_statement_id_5dc4ca75 ON public.reports_placement USING btree (statement_id);
CREATE INDEX reports_placement_theme_id_776b8b78 ON public.reports_placement USING btree (theme_id);
CREATE INDEX reports_rendering_report_id_62f64423 ON public.reports_rendering USING btree (report_id);
CREATE INDEX reports_rendering_version_id_15a16d44 ON public.reports_rendering USING btree (version_id);
CREATE INDEX reports_that_wait ON public.catalogue_adoptionreport USING btree (reported_at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX reports_theme_series_id_9d5325a6 ON public.reports_theme USING btree (series_id);
CREATE INDEX reports_themedecision_series_id_239d5ba3 ON public.reports_themedecision USING btree (series_id);
CREATE INDEX reports_version_report_id_2edc98bb ON public.reports_version USING btree (report_id);
CREATE INDEX series_apikey_created_by_id_a61b4650 ON public.series_apikey USING btree (created_by_id);
CREATE INDEX series_apikey_digest_30e28a22_like ON public.series_apikey USING btree (digest varchar_pattern_ops);
CREATE INDEX series_apikey_series_id_df8b5f96 ON public.series_apikey USING btree (series_id);
CREATE INDEX series_apikey_tenant_id_8b057df8 ON public.series_apikey USING btree (tenant_id);
CREATE INDEX series_apirequest_created_at_6f7742cb ON public.series_apirequest USING btree (created_at);
CREATE INDEX series_apirequest_key_id_c1b7668d ON public.series_apirequest USING btree (key_id);
CREATE INDEX series_event_series_id_dda084f6 ON public.series_event USING btree (series_id);
CREATE INDEX series_event_slug_a7c0fd5f ON public.series_event USING btree (slug);
CREATE INDEX series_event_slug_a7c0fd5f_like ON public.series_event USING btree (slug varchar_pattern_ops);
CREATE INDEX series_event_venue_id_82af77bb ON public.series_event USING btree (venue_id);
CREATE INDEX series_involvement_organisation_id_7222d2ad ON public.series_involvement USING btree (organisation_id);
CREATE INDEX series_involvement_series_id_9fb0974a ON public.series_involvement USING btree (series_id);
CREATE INDEX series_material_event_id_ae3d40e8 ON public.series_material USING btree (event_id);
CREATE INDEX series_material_series_id_43fab4f4 ON public.series_material USING btree (series_id);
CREATE INDEX series_ownword_tenant_id_140254ee ON public.series_ownword USING btree (tenant_id);
CREATE INDEX series_programmeitem_event_id_aa46010a ON public.series_programmeitem USING btree (event_id);
CREATE INDEX series_removedsharing_tenant_id_d027eda8 ON public.series_removedsharing USING btree (tenant_id);
CREATE INDEX series_retentionreport_series_id_f2eefba0 ON public.series_retentionreport USING btree (series_id);
CREATE INDEX series_series_controller_id_c4befd46 ON public.series_series USING btree (controller_id);
CREATE INDEX series_series_copied_from_id_62a88e61 ON public.series_series USING btree (copied_from_id);
CREATE INDEX series_series_slug_2bafa759_like ON public.series_series USING btree (slug varchar_pattern_ops);
CREATE INDEX series_series_tenant_id_43d5144f ON public.series_series USING btree (tenant_id);
CREATE INDEX series_seriesinvitation_invited_by_id_39fcfd4d ON public.series_seriesinvitation USING btree (invited_by_id);
CREATE INDEX series_seriesinvitation_series_id_6d436809 ON public.series_seriesinvitation USING btree (series_id);
CREATE INDEX series_seriespartner_accepted_by_id_7f02b11f ON public.series_seriespartner USING btree (accepted_by_id);
CREATE INDEX series_seriespartner_offered_by_id_4fd9cb13 ON public.series_seriespartner USING btree (offered_by_id);
CREATE INDEX series_seriespartner_series_id_c7ea6e73 ON public.series_seriespartner USING btree (series_id);
CREATE INDEX series_seriespartner_tenant_id_9d94e2f5 ON public.series_seriespartner USING btree (tenant_id);
CREATE INDEX series_seriesrole_account_id_c4882822 ON public.series_seriesrole USING btree (account_id);
CREATE INDEX series_seriesrole_series_id_a36d468d ON public.series_seriesrole USING btree (series_id);
CREATE INDEX series_sharedpreview_series_id_7b1b8538 ON public.series_sharedpreview USING btree (series_id);
CREATE INDEX series_sharedpreview_shared_by_id_21873ddc ON public.series_sharedpreview USING btree (shared_by_id);
CREATE INDEX series_update_series_id_9a14a788 ON public.series_update USING btree (series_id);
CREATE INDEX waiting_lists ON public.registration_attendance USING btree (event_id, waits_for, waiting_number) WHERE (NOT ((waits_for)::text = ''::text));
CREATE INDEX workshops_admission_board_id_5a35437e ON public.workshops_admission USING btree (board_id);
CREATE INDEX workshops_admission_participant_id_7f89c791 ON public.workshops_admission USING btree (participant_id);
CREATE INDEX workshops_board_code_b058b444_like ON public.workshops_board USING btree (code varchar_pattern_ops);
CREATE INDEX workshops_board_presented_id_6ae90fd1 ON public.workshops_board USING btree (presented_id);
CREATE INDEX workshops_candidate_board_id_c69246dc ON public.workshops_candidate USING btree (board_id);
CREATE INDEX workshops_conclusion_board_id_08752e31 ON public.workshops_conclusion USING btree (board_id);
CREATE INDEX workshops_conclusion_notes_conclusion_id_29f446da ON public.workshops_conclusion_notes USING btree (conclusion_id);
CREATE INDEX workshops_conclusion_notes_note_id_e2c5c967 ON public.workshops_conclusion_notes USING btree (note_id);
CREATE INDEX workshops_conclusion_statements_conclusion_id_0441207d ON public.workshops_conclusion_statements USING btree (conclusion_id);
CREATE INDEX workshops_conclusion_statements_statement_id_38e48829 ON public.workshops_conclusion_statements USING btree (statement_id);
CREATE INDEX workshops_currentvote_participant_id_6e8b2a7e ON public.workshops_currentvote USING btree (participant_id);
CREATE INDEX workshops_currentvote_root_id_0d0e0ab6 ON public.workshops_currentvote USING btree (root_id);
CREATE INDEX workshops_frame_board_id_34cfc17e ON public.workshops_frame USING btree (board_id);
CREATE INDEX workshops_importance_board_id_aab454ef ON public.workshops_importance USING btree (board_id);
CREATE INDEX workshops_importance_participant_id_00f27672 ON public.workshops_importance USING btree (participant_id);
CREATE INDEX workshops_importance_root_id_2235f1c4 ON public.workshops_importance USING btree (root_id);
CREATE INDEX workshops_invitation_board_id_5b4deee0 ON public.workshops_invitation USING btree (board_id);
CREATE INDEX workshops_keptmention_series_id_3f2e781a ON public.workshops_keptmention USING btree (series_id);
CREATE INDEX workshops_member_board_id_2d52e933 ON public.workshops_member USING btree (board_id);
CREATE INDEX workshops_member_group_id_54d88405 ON public.workshops_member USING btree (group_id);
CREATE INDEX workshops_member_participant_id_237cc3a5 ON public.workshops_member USING btree (participant_id);
CREATE INDEX workshops_moderation_board_id_7c6c833f ON public.workshops_moderation USING btree (board_id);
CREATE INDEX workshops_note_group_id_4ce4c83c ON public.workshops_note USING btree (group_id);
CREATE INDEX workshops_ownprompt_prompt_set_id_8551bd1d ON public.workshops_ownprompt USING btree (prompt_set_id);
CREATE INDEX workshops_ownpromptset_tenant_id_e6ea2e63 ON public.workshops_ownpromptset USING btree (tenant_id);
CREATE INDEX workshops_participant_series_id_b0490f6d ON public.workshops_participant USING btree (series_id);
CREATE INDEX workshops_picture_board_id_3028e51b ON public.workshops_picture USING btree (board_id);
CREATE INDEX workshops_poll_board_id_6ec0b07c ON public.workshops_poll USING btree (board_id);
CREATE INDEX workshops_pollanswer_option_id_8e950504 ON public.workshops_pollanswer USING btree (option_id);
CREATE INDEX workshops_pollanswer_participant_id_c25b64b8 ON public.workshops_pollanswer USING btree (participant_id);
CREATE INDEX workshops_pollanswer_poll_id_c8d45bb7 ON public.workshops_pollanswer USING btree (poll_id);
CREATE INDEX workshops_pollchoice_best_id_3e4296a1 ON public.workshops_pollchoice USING btree (best_id);
CREATE INDEX workshops_pollchoice_participant_id_4ba6a0bf ON public.workshops_pollchoice USING btree (participant_id);
CREATE INDEX workshops_pollchoice_poll_id_9c75dd6f ON public.workshops_pollchoice USING btree (poll_id);
CREATE INDEX workshops_pollchoice_worst_id_77b22b8e ON public.workshops_pollchoice USING btree (worst_id);
CREATE INDEX workshops_polloption_poll_id_9c20578c ON public.workshops_polloption USING btree (poll_id);
CREATE INDEX workshops_polloption_statement_id_eda56f63 ON public.workshops_polloption USING btree (statement_id);
CREATE INDEX workshops_polltext_author_id_81e8ac39 ON public.workshops_polltext USING btree (author_id);
CREATE INDEX workshops_polltext_board_id_6330b892 ON public.workshops_polltext USING btree (board_id);
CREATE INDEX workshops_polltext_poll_id_31e18e94 ON public.workshops_polltext USING btree (poll_id);
CREATE INDEX workshops_pollupvote_participant_id_fff63965 ON public.workshops_pollupvote USING btree (participant_id);
CREATE INDEX workshops_pollupvote_text_id_67d50021 ON public.workshops_pollupvote USING btree (text_id);
CREATE INDEX workshops_presence_board_id_7c727a78 ON public.workshops_presence USING btree (board_id);
CREATE INDEX workshops_presence_seen_at_c52f0d3f ON public.workshops_presence USING btree (seen_at);
CREATE INDEX workshops_prompt_board_id_05756b78 ON public.workshops_prompt USING btree (board_id);
CREATE INDEX workshops_publishedfile_publication_id_ec09071f ON public.workshops_publishedfile USING btree (publication_id);
CREATE INDEX workshops_s_board_i_ee4258_idx ON public.workshops_statement USING btree (board_id, state);
CREATE INDEX workshops_smallgroup_board_id_8d78d023 ON public.workshops_smallgroup USING btree (board_id);
CREATE INDEX workshops_statement_author_id_41264cff ON public.workshops_statement USING btree (author_id);
CREATE INDEX workshops_statement_board_id_28613cbc ON public.workshops_statement USING btree (board_id);
CREATE INDEX workshops_statement_carried_from_id_2075606d ON public.workshops_statement USING btree (carried_from_id);
CREATE INDEX workshops_statement_merged_into_id_7963e526 ON public.workshops_statement USING btree (merged_into_id);
CREATE INDEX workshops_statement_prompt_id_f7bf04dc ON public.workshops_statement USING btree (prompt_id);
CREATE INDEX workshops_statement_root_id_7f524fdc ON public.workshops_statement USING btree (root_id);
CREATE INDEX workshops_statement_small_group_id_0d8ecd83 ON public.workshops_statement USING btree (small_group_id);
CREATE INDEX workshops_statement_split_from_id_8df5b5a5 ON public.workshops_statement USING btree (split_from_id);
CREATE INDEX workshops_translation_root_id_74f75165 ON public.workshops_translation USING btree (root_id);
CREATE INDEX workshops_v_partici_8ca6a0_idx ON public.workshops_vote USING btree (participant_id, root_id);
CREATE INDEX workshops_vote_board_id_56028619 ON public.workshops_vote USING btree (board_id);
CREATE INDEX workshops_vote_came_with_id_36a8d592 ON public.workshops_vote USING btree (came_with_id);
CREATE INDEX workshops_vote_participant_id_a0998800 ON public.workshops_vote USING btree (participant_id);
CREATE INDEX workshops_vote_root_id_b38d5398 ON public.workshops_vote USING btree (root_id);
CREATE INDEX workshops_watch_board_id_dcb6a68f ON public.workshops_watch USING btree (board_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.people_auditentry FOR EACH ROW EXECUTE FUNCTION public.audit_is_append_only();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.people_auditlink FOR EACH ROW EXECUTE FUNCTION public.audit_is_append_only();
CREATE TRIGGER closing_page_changes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reports_commitment FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER closing_page_changes AFTER DELETE OR UPDATE OF phase, is_rehearsal, welcomes_guests ON public.workshops_board FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER closing_page_changes AFTER DELETE OR UPDATE OF text, state ON public.workshops_statement FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER closing_page_changes AFTER INSERT OR DELETE OR UPDATE ON public.workshops_translation FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER controller_within_tenant BEFORE INSERT OR UPDATE OF controller_id ON public.series_series FOR EACH ROW EXECUTE FUNCTION public.series_controller_within_tenant();
CREATE TRIGGER involvement_within_tenant BEFORE INSERT OR UPDATE ON public.series_involvement FOR EACH ROW EXECUTE FUNCTION public.series_involvement_within_tenant();
CREATE TRIGGER never_changed BEFORE UPDATE ON public.people_auditpersonal FOR EACH ROW EXECUTE FUNCTION public.audit_is_append_only();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.people_auditentry FOR EACH STATEMENT EXECUTE FUNCTION public.audit_is_append_only();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.people_auditlink FOR EACH STATEMENT EXECUTE FUNCTION public.audit_is_append_only();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.people_auditpersonal FOR EACH STATEMENT EXECUTE FUNCTION public.audit_is_append_only();
CREATE TRIGGER partner_is_another BEFORE INSERT OR UPDATE ON public.series_seriespartner FOR EACH ROW EXECUTE FUNCTION public.series_partner_is_another();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_action FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_actioncontact FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_actionlink FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_adoption FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_adoptionreport FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_spreadforecast FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.catalogue_suggestion FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_face FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_logo FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_organisation FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_tenant FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.places_municipality FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.places_network FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.places_region FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.places_venue FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.registration_question FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.reports_version FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.series_event FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.series_involvement FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.series_material FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.series_ownword FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.series_programmeitem FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.series_series FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.series_seriespartner FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER public_pages_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.series_update FOR EACH STATEMENT EXECUTE FUNCTION public.series_public_pages_change();
CREATE TRIGGER reports_appendix_stays BEFORE DELETE OR UPDATE ON public.reports_appendix FOR EACH ROW EXECUTE FUNCTION public.reports_appendix_stays();
CREATE TRIGGER reports_version_stays BEFORE DELETE OR UPDATE ON public.reports_version FOR EACH ROW EXECUTE FUNCTION public.reports_version_stays();
CREATE TRIGGER series_roles_end_with_the_account AFTER UPDATE OF is_active ON public.people_account FOR EACH ROW WHEN ((old.is_active AND (NOT new.is_active))) EXECUTE FUNCTION public.series_roles_end_with_the_account();
CREATE TRIGGER tell_live AFTER INSERT OR DELETE OR UPDATE ON public.reports_commitment FOR EACH ROW EXECUTE FUNCTION public.workshops_tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR DELETE OR UPDATE ON public.workshops_admission FOR EACH ROW EXECUTE FUNCTION public.workshops_tell_live();
CREATE TRIGGER tell_live AFTER UPDATE ON public.workshops_board FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.workshops_tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR DELETE OR UPDATE ON public.workshops_conclusion FOR EACH ROW EXECUTE FUNCTION public.workshops_tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR DELETE OR UPDATE ON public.workshops_picture FOR EACH ROW EXECUTE FUNCTION public.workshops_tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR DELETE OR UPDATE ON public.workshops_poll FOR EACH ROW EXECUTE FUNCTION public.workshops_tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR DELETE OR UPDATE ON public.workshops_polltext FOR EACH ROW EXECUTE FUNCTION public.workshops_tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR DELETE OR UPDATE ON public.workshops_prompt FOR EACH ROW EXECUTE FUNCTION public.workshops_tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR DELETE OR UPDATE ON public.workshops_statement FOR EACH ROW EXECUTE FUNCTION public.workshops_tell_live();
CREATE TRIGGER tell_live AFTER INSERT OR DELETE OR UPDATE ON public.workshops_translation FOR EACH ROW EXECUTE FUNCTION public.workshops_tell_live_of_words();
CREATE TRIGGER tenant_is_kept BEFORE UPDATE OF tenant_id ON public.people_organisation FOR EACH ROW EXECUTE FUNCTION public.series_tenant_is_kept();
CREATE TRIGGER tenant_is_kept BEFORE UPDATE OF tenant_id ON public.places_venue FOR EACH ROW EXECUTE FUNCTION public.series_tenant_is_kept();
CREATE TRIGGER tenant_is_kept BEFORE UPDATE OF tenant_id ON public.series_ownword FOR EACH ROW EXECUTE FUNCTION public.series_tenant_is_kept();
CREATE TRIGGER tenant_is_kept BEFORE UPDATE OF tenant_id ON public.series_series FOR EACH ROW EXECUTE FUNCTION public.series_tenant_is_kept();
CREATE TRIGGER tenant_is_kept BEFORE UPDATE OF tenant_id ON public.workshops_ownpromptset FOR EACH ROW EXECUTE FUNCTION public.series_tenant_is_kept();
CREATE TRIGGER venue_within_tenant BEFORE INSERT OR UPDATE OF venue_id, series_id ON public.series_event FOR EACH ROW EXECUTE FUNCTION public.series_venue_within_tenant();
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_action
    ADD CONSTRAINT catalogue_action_confirmed_by_id_43a68375_fk_people_account_id FOREIGN KEY (confirmed_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_action
    ADD CONSTRAINT catalogue_action_finding_id_42156c23_fk_reports_finding_id FOREIGN KEY (finding_id) REFERENCES public.reports_finding(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_action
    ADD CONSTRAINT catalogue_action_owner_id_88d4c559_fk_places_municipality_code FOREIGN KEY (owner_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_action
    ADD CONSTRAINT catalogue_action_series_id_e0dedae2_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_action
    ADD CONSTRAINT catalogue_action_statement_id_9aacb48f_fk_workshops FOREIGN KEY (statement_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_actioncontact
    ADD CONSTRAINT catalogue_actioncont_action_id_769e801d_fk_catalogue FOREIGN KEY (action_id) REFERENCES public.catalogue_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_actionfile
    ADD CONSTRAINT catalogue_actionfile_account_id_7e12eca3_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_actionlink
    ADD CONSTRAINT catalogue_actionlink_action_id_da20f2ca_fk_catalogue_action_id FOREIGN KEY (action_id) REFERENCES public.catalogue_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_adoption
    ADD CONSTRAINT catalogue_adoption_action_id_e5a64f8e_fk_catalogue_action_id FOREIGN KEY (action_id) REFERENCES public.catalogue_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_adoption
    ADD CONSTRAINT catalogue_adoption_learned_from_id_3e8913f5_fk_places_mu FOREIGN KEY (learned_from_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_adoption
    ADD CONSTRAINT catalogue_adoption_municipality_id_96bf9975_fk_places_mu FOREIGN KEY (municipality_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_adoptionreport
    ADD CONSTRAINT catalogue_adoptionre_adoption_id_27480f71_fk_catalogue FOREIGN KEY (adoption_id) REFERENCES public.catalogue_adoption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_adoptionreport
    ADD CONSTRAINT catalogue_adoptionre_learned_from_id_94cf2584_fk_places_mu FOREIGN KEY (learned_from_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_adoptionreport
    ADD CONSTRAINT catalogue_adoptionre_looked_at_by_id_9192378b_fk_people_ac FOREIGN KEY (looked_at_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_adoptionreport
    ADD CONSTRAINT catalogue_adoptionre_reason_id_e3219498_fk_evidence_ FOREIGN KEY (reason_id) REFERENCES public.evidence_bottleneck(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_catalogueemail
    ADD CONSTRAINT catalogue_cataloguee_contact_id_98c8e90e_fk_catalogue FOREIGN KEY (contact_id) REFERENCES public.catalogue_actioncontact(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_catalogueemail
    ADD CONSTRAINT catalogue_cataloguee_follow_up_id_31b75959_fk_catalogue FOREIGN KEY (follow_up_id) REFERENCES public.catalogue_followup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_catalogueemail
    ADD CONSTRAINT catalogue_cataloguee_keeper_id_660a7487_fk_catalogue FOREIGN KEY (keeper_id) REFERENCES public.catalogue_keeper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_catalogueemail
    ADD CONSTRAINT catalogue_cataloguee_question_id_cffea57c_fk_catalogue FOREIGN KEY (question_id) REFERENCES public.catalogue_followupquestion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_catalogueemail
    ADD CONSTRAINT catalogue_catalogueemail_email_id_c740cf69_fk_mail_email_id FOREIGN KEY (email_id) REFERENCES public.mail_email(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_followup
    ADD CONSTRAINT catalogue_followup_action_id_bd96bee9_fk_catalogue_action_id FOREIGN KEY (action_id) REFERENCES public.catalogue_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_followup
    ADD CONSTRAINT catalogue_followup_municipality_id_99548fa7_fk_places_mu FOREIGN KEY (municipality_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_followup
    ADD CONSTRAINT catalogue_followup_step_id_1041a5f7_fk_workshops_statement_id FOREIGN KEY (step_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_followupquestion
    ADD CONSTRAINT catalogue_followupqu_follow_up_id_28c4c4ae_fk_catalogue FOREIGN KEY (follow_up_id) REFERENCES public.catalogue_followup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_followupquestion
    ADD CONSTRAINT catalogue_followupqu_report_id_7c330fc0_fk_catalogue FOREIGN KEY (report_id) REFERENCES public.catalogue_adoptionreport(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_interest
    ADD CONSTRAINT catalogue_interest_action_id_fa09bf06_fk_catalogue_action_id FOREIGN KEY (action_id) REFERENCES public.catalogue_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_interest
    ADD CONSTRAINT catalogue_interest_board_id_6b9a3270_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_interest
    ADD CONSTRAINT catalogue_interest_municipality_id_d4138d65_fk_places_mu FOREIGN KEY (municipality_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_interest
    ADD CONSTRAINT catalogue_interest_root_id_80249f63_fk_workshops_statement_id FOREIGN KEY (root_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_keeper
    ADD CONSTRAINT catalogue_keeper_municipality_id_68dfe10e_fk_places_mu FOREIGN KEY (municipality_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_readiness
    ADD CONSTRAINT catalogue_readiness_action_id_8dbb0808_fk_catalogue_action_id FOREIGN KEY (action_id) REFERENCES public.catalogue_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_readiness
    ADD CONSTRAINT catalogue_readiness_answered_by_id_bdc4c367_fk_people_ac FOREIGN KEY (answered_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_readiness
    ADD CONSTRAINT catalogue_readiness_municipality_id_27a44004_fk_places_mu FOREIGN KEY (municipality_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_spreadforecast
    ADD CONSTRAINT catalogue_spreadfore_action_id_8b20f105_fk_catalogue FOREIGN KEY (action_id) REFERENCES public.catalogue_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_suggestion
    ADD CONSTRAINT catalogue_suggestion_action_id_7ccbc037_fk_catalogue_action_id FOREIGN KEY (action_id) REFERENCES public.catalogue_action(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_suggestion
    ADD CONSTRAINT catalogue_suggestion_municipality_id_0b187b36_fk_places_mu FOREIGN KEY (municipality_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.evidence_bottleneck
    ADD CONSTRAINT evidence_bottleneck_tenant_id_088e0742_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.evidence_study
    ADD CONSTRAINT evidence_study_series_id_7cd29051_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.evidence_studyfinding
    ADD CONSTRAINT evidence_studyfindin_bottleneck_id_4ad01eb5_fk_evidence_ FOREIGN KEY (bottleneck_id) REFERENCES public.evidence_bottleneck(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.evidence_studyfinding
    ADD CONSTRAINT evidence_studyfinding_study_id_37e1a078_fk_evidence_study_id FOREIGN KEY (study_id) REFERENCES public.evidence_study(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.evidence_supportmeasure_answers
    ADD CONSTRAINT evidence_supportmeas_bottleneck_id_905c9761_fk_evidence_ FOREIGN KEY (bottleneck_id) REFERENCES public.evidence_bottleneck(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.evidence_supportmeasure_answers
    ADD CONSTRAINT evidence_supportmeas_supportmeasure_id_1a0822c7_fk_evidence_ FOREIGN KEY (supportmeasure_id) REFERENCES public.evidence_supportmeasure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.evidence_supportmeasure
    ADD CONSTRAINT evidence_supportmeasure_study_id_eb6ec9aa_fk_evidence_study_id FOREIGN KEY (study_id) REFERENCES public.evidence_study(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.evidence_supportmeasure
    ADD CONSTRAINT evidence_supportmeasure_tenant_id_d9bf742c_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_account_groups
    ADD CONSTRAINT people_account_groups_account_id_131c72c1_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_account_groups
    ADD CONSTRAINT people_account_groups_group_id_16cb3ca3_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_account_user_permissions
    ADD CONSTRAINT people_account_user__account_id_ad08a47d_fk_people_ac FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_account_user_permissions
    ADD CONSTRAINT people_account_user__permission_id_381ccde7_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_accountsession
    ADD CONSTRAINT people_accountsession_account_id_ef498b0a_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_auditentry
    ADD CONSTRAINT people_auditentry_tenant_id_51a1e7ba_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_auditlink
    ADD CONSTRAINT people_auditlink_entry_id_67229325_fk_people_auditentry_id FOREIGN KEY (entry_id) REFERENCES public.people_auditentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_auditlink
    ADD CONSTRAINT people_auditlink_tenant_id_74287c38_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_auditpersonal
    ADD CONSTRAINT people_auditpersonal_entry_id_6a5458f0_fk_people_auditentry_id FOREIGN KEY (entry_id) REFERENCES public.people_auditentry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_directory
    ADD CONSTRAINT people_directory_tenant_id_03922d37_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_directorydomain
    ADD CONSTRAINT people_directorydoma_directory_id_6f2b5824_fk_people_di FOREIGN KEY (directory_id) REFERENCES public.people_directory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_directorygroup
    ADD CONSTRAINT people_directorygrou_directory_id_0b427a27_fk_people_di FOREIGN KEY (directory_id) REFERENCES public.people_directory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_directoryidentity
    ADD CONSTRAINT people_directoryiden_account_id_fbda3347_fk_people_ac FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_directoryidentity
    ADD CONSTRAINT people_directoryiden_directory_id_7f6cd356_fk_people_di FOREIGN KEY (directory_id) REFERENCES public.people_directory(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_directorysession
    ADD CONSTRAINT people_directorysess_identity_id_2b7a4120_fk_people_di FOREIGN KEY (identity_id) REFERENCES public.people_directoryidentity(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_directorysession
    ADD CONSTRAINT people_directorysess_session_id_7ece508b_fk_people_ac FOREIGN KEY (session_id) REFERENCES public.people_accountsession(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_face
    ADD CONSTRAINT people_face_asked_email_id_4f4ca1f7_fk_mail_email_id FOREIGN KEY (asked_email_id) REFERENCES public.mail_email(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_face
    ADD CONSTRAINT people_face_tenant_id_8a7c85b0_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_logo
    ADD CONSTRAINT people_logo_face_id_0780c3fb_fk_people_face_id FOREIGN KEY (face_id) REFERENCES public.people_face(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_memberinvitation
    ADD CONSTRAINT people_memberinvitat_invited_by_id_e0209450_fk_people_ac FOREIGN KEY (invited_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_memberinvitation
    ADD CONSTRAINT people_memberinvitation_email_id_633718d5_fk_mail_email_id FOREIGN KEY (email_id) REFERENCES public.mail_email(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_memberinvitation
    ADD CONSTRAINT people_memberinvitation_tenant_id_09b8384a_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_account_id_225eefa8_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_tenant_id_7895ad97_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_tenant_id_85f68a50_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_passkey
    ADD CONSTRAINT people_passkey_account_id_5897c8ba_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_recoverycode
    ADD CONSTRAINT people_recoverycode_account_id_83d2c834_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_secondfactor
    ADD CONSTRAINT people_secondfactor_account_id_8ea99176_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_testemail
    ADD CONSTRAINT people_testemail_email_id_a750d07b_fk_mail_email_id FOREIGN KEY (email_id) REFERENCES public.mail_email(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_testemail
    ADD CONSTRAINT people_testemail_tenant_id_7982b760_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.people_unusedaccount
    ADD CONSTRAINT people_unusedaccount_account_id_22773b6c_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_membership
    ADD CONSTRAINT places_membership_municipality_id_a36e0807_fk_places_mu FOREIGN KEY (municipality_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_membership
    ADD CONSTRAINT places_membership_network_id_90c3bb4e_fk_places_network_id FOREIGN KEY (network_id) REFERENCES public.places_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_municipality
    ADD CONSTRAINT places_municipality_region_id_1b15b9a7_fk_places_region_code FOREIGN KEY (region_id) REFERENCES public.places_region(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_municipality
    ADD CONSTRAINT places_municipality_successor_id_4f9dfe3a_fk_places_mu FOREIGN KEY (successor_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_venue
    ADD CONSTRAINT places_venue_municipality_id_494ba128_fk_places_mu FOREIGN KEY (municipality_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.places_venue
    ADD CONSTRAINT places_venue_tenant_id_ec010b18_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.registration_answer
    ADD CONSTRAINT registration_answer_question_id_416234df_fk_registrat FOREIGN KEY (question_id) REFERENCES public.registration_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_answer
    ADD CONSTRAINT registration_answer_registration_id_1d27a8da_fk_registrat FOREIGN KEY (registration_id) REFERENCES public.registration_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_arrivalmark
    ADD CONSTRAINT registration_arrival_attendance_id_7fa0e100_fk_registrat FOREIGN KEY (attendance_id) REFERENCES public.registration_attendance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_arrival
    ADD CONSTRAINT registration_arrival_attendance_id_c8f5cda7_fk_registrat FOREIGN KEY (attendance_id) REFERENCES public.registration_attendance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_arrivalmark
    ADD CONSTRAINT registration_arrival_helper_link_id_241163ed_fk_registrat FOREIGN KEY (helper_link_id) REFERENCES public.registration_helperlink(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_arrival
    ADD CONSTRAINT registration_arrival_helper_link_id_da65ea9c_fk_registrat FOREIGN KEY (helper_link_id) REFERENCES public.registration_helperlink(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_arrival
    ADD CONSTRAINT registration_arrival_noted_by_id_5b9f27d0_fk_people_account_id FOREIGN KEY (noted_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_arrivalmark
    ADD CONSTRAINT registration_arrival_noted_by_id_6105fa98_fk_people_ac FOREIGN KEY (noted_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_attendance
    ADD CONSTRAINT registration_attenda_registration_id_bb12d9c6_fk_registrat FOREIGN KEY (registration_id) REFERENCES public.registration_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_attendance
    ADD CONSTRAINT registration_attendance_event_id_3706d347_fk_series_event_id FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_attendeefile
    ADD CONSTRAINT registration_attende_account_id_84c295b5_fk_people_ac FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_attendeefile
    ADD CONSTRAINT registration_attende_series_id_f21105b2_fk_series_se FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_consent
    ADD CONSTRAINT registration_consent_registration_id_da3fe065_fk_registrat FOREIGN KEY (registration_id) REFERENCES public.registration_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registrationemail
    ADD CONSTRAINT registration_corresp_event_id_b03c2bff_fk_series_ev FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registrationemail
    ADD CONSTRAINT registration_corresp_mailing_id_70593914_fk_registrat FOREIGN KEY (mailing_id) REFERENCES public.registration_mailing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registrationemail
    ADD CONSTRAINT registration_corresp_registration_id_582d03c4_fk_registrat FOREIGN KEY (registration_id) REFERENCES public.registration_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_feedbacksurvey
    ADD CONSTRAINT registration_feedbac_event_id_2a7e2735_fk_series_ev FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_feedbackquestion
    ADD CONSTRAINT registration_feedbac_survey_id_9859d863_fk_registrat FOREIGN KEY (survey_id) REFERENCES public.registration_feedbacksurvey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_helperlink
    ADD CONSTRAINT registration_helperlink_event_id_da2cb533_fk_series_event_id FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_invitation_events
    ADD CONSTRAINT registration_invitat_event_id_42ee1053_fk_series_ev FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_invitation_known
    ADD CONSTRAINT registration_invitat_invitation_id_0a971fb8_fk_registrat FOREIGN KEY (invitation_id) REFERENCES public.registration_invitation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_invitation_events
    ADD CONSTRAINT registration_invitat_invitation_id_6657ac8f_fk_registrat FOREIGN KEY (invitation_id) REFERENCES public.registration_invitation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_invitation
    ADD CONSTRAINT registration_invitat_made_by_id_008f791a_fk_people_ac FOREIGN KEY (made_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_invitation_known
    ADD CONSTRAINT registration_invitat_registration_id_bafc82bf_fk_registrat FOREIGN KEY (registration_id) REFERENCES public.registration_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_invitation
    ADD CONSTRAINT registration_invitation_series_id_a5427d2f_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_keptcount
    ADD CONSTRAINT registration_keptcount_event_id_fd630b82_fk_series_event_id FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_linkrequest
    ADD CONSTRAINT registration_linkrequest_series_id_b3fc7410_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_mailing
    ADD CONSTRAINT registration_mailing_event_id_c48d9f7d_fk_series_event_id FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_mailing
    ADD CONSTRAINT registration_mailing_series_id_9b899748_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_question
    ADD CONSTRAINT registration_questio_shown_if_id_df146c96_fk_registrat FOREIGN KEY (shown_if_id) REFERENCES public.registration_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_question
    ADD CONSTRAINT registration_question_event_id_1d39efef_fk_series_event_id FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_question
    ADD CONSTRAINT registration_question_series_id_91fea95a_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registrationemail
    ADD CONSTRAINT registration_registr_email_id_28c32089_fk_mail_emai FOREIGN KEY (email_id) REFERENCES public.mail_email(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registration
    ADD CONSTRAINT registration_registr_municipality_id_962074ce_fk_places_mu FOREIGN KEY (municipality_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registration
    ADD CONSTRAINT registration_registr_network_id_176bb541_fk_places_ne FOREIGN KEY (network_id) REFERENCES public.places_network(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registration
    ADD CONSTRAINT registration_registr_series_id_93cbe473_fk_series_se FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_reminderrule
    ADD CONSTRAINT registration_reminde_series_id_84a23787_fk_series_se FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_seat
    ADD CONSTRAINT registration_seat_attendance_id_057ce81c_fk_registrat FOREIGN KEY (attendance_id) REFERENCES public.registration_attendance(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_seat
    ADD CONSTRAINT registration_seat_event_id_3ad9ab79_fk_series_event_id FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registrationsource
    ADD CONSTRAINT registration_wayin_account_id_f81b9ef2_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registrationsource
    ADD CONSTRAINT registration_wayin_brought_by_id_4b712ba6_fk_registrat FOREIGN KEY (brought_by_id) REFERENCES public.registration_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registrationsource
    ADD CONSTRAINT registration_wayin_invitation_id_23be74bf_fk_registrat FOREIGN KEY (invitation_id) REFERENCES public.registration_invitation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_registrationsource
    ADD CONSTRAINT registration_wayin_registration_id_f16d9a6f_fk_registrat FOREIGN KEY (registration_id) REFERENCES public.registration_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_workspacepermit
    ADD CONSTRAINT registration_workspa_registration_id_fd3bc4c0_fk_registrat FOREIGN KEY (registration_id) REFERENCES public.registration_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.registration_workspacepermit
    ADD CONSTRAINT registration_workspa_series_id_fca3db95_fk_series_se FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_appendix
    ADD CONSTRAINT reports_appendix_version_id_e912d704_fk_reports_version_id FOREIGN KEY (version_id) REFERENCES public.reports_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_assistance
    ADD CONSTRAINT reports_assistance_report_id_450ac0ae_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_claimdecision
    ADD CONSTRAINT reports_claimdecision_series_id_b7e5badc_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_claimsearch
    ADD CONSTRAINT reports_claimsearch_series_id_a843066b_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_commitment
    ADD CONSTRAINT reports_commitment_board_id_ff1e4517_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_commitment
    ADD CONSTRAINT reports_commitment_municipality_id_eb3bf731_fk_places_mu FOREIGN KEY (municipality_id) REFERENCES public.places_municipality(code) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_commitment
    ADD CONSTRAINT reports_commitment_registration_id_e654fb52_fk_registrat FOREIGN KEY (registration_id) REFERENCES public.registration_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_commitment
    ADD CONSTRAINT reports_commitment_root_id_21054ba9_fk_workshops_statement_id FOREIGN KEY (root_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_supportingstatement
    ADD CONSTRAINT reports_evidence_finding_id_2454bc44_fk_reports_finding_id FOREIGN KEY (finding_id) REFERENCES public.reports_finding(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_supportingstatement
    ADD CONSTRAINT reports_evidence_statement_id_caeac524_fk_workshops FOREIGN KEY (statement_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_finding
    ADD CONSTRAINT reports_finding_board_id_428863cf_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_finding
    ADD CONSTRAINT reports_finding_bottleneck_id_9cff7630_fk_evidence_ FOREIGN KEY (bottleneck_id) REFERENCES public.evidence_bottleneck(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_finding
    ADD CONSTRAINT reports_finding_report_id_4bafed5b_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_importedstep
    ADD CONSTRAINT reports_importedstep_finding_id_1ed793b7_fk_reports_finding_id FOREIGN KEY (finding_id) REFERENCES public.reports_finding(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_importedstep
    ADD CONSTRAINT reports_importedstep_step_id_bd88b658_fk_workshops_statement_id FOREIGN KEY (step_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_placement
    ADD CONSTRAINT reports_placement_series_id_dafeec2c_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_placement
    ADD CONSTRAINT reports_placement_statement_id_5dc4ca75_fk_workshops FOREIGN KEY (statement_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_placement
    ADD CONSTRAINT reports_placement_theme_id_776b8b78_fk_reports_theme_id FOREIGN KEY (theme_id) REFERENCES public.reports_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_rendering
    ADD CONSTRAINT reports_rendering_report_id_62f64423_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_rendering
    ADD CONSTRAINT reports_rendering_version_id_15a16d44_fk_reports_version_id FOREIGN KEY (version_id) REFERENCES public.reports_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_series_id_11161e4f_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_theme
    ADD CONSTRAINT reports_theme_series_id_9d5325a6_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_themedecision
    ADD CONSTRAINT reports_themedecision_series_id_239d5ba3_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_themesearch
    ADD CONSTRAINT reports_themesearch_series_id_4a503dac_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_version
    ADD CONSTRAINT reports_version_report_id_2edc98bb_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_apikey
    ADD CONSTRAINT series_apikey_created_by_id_a61b4650_fk_people_account_id FOREIGN KEY (created_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_apikey
    ADD CONSTRAINT series_apikey_series_id_df8b5f96_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_apikey
    ADD CONSTRAINT series_apikey_tenant_id_8b057df8_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_apirequest
    ADD CONSTRAINT series_apirequest_key_id_c1b7668d_fk_series_apikey_id FOREIGN KEY (key_id) REFERENCES public.series_apikey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_event
    ADD CONSTRAINT series_event_series_id_dda084f6_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_event
    ADD CONSTRAINT series_event_venue_id_82af77bb_fk_places_venue_id FOREIGN KEY (venue_id) REFERENCES public.places_venue(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_involvement
    ADD CONSTRAINT series_involvement_organisation_id_7222d2ad_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_involvement
    ADD CONSTRAINT series_involvement_series_id_9fb0974a_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_material
    ADD CONSTRAINT series_material_event_id_ae3d40e8_fk_series_event_id FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_material
    ADD CONSTRAINT series_material_series_id_43fab4f4_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_ownword
    ADD CONSTRAINT series_ownword_tenant_id_140254ee_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_programmeitem
    ADD CONSTRAINT series_programmeitem_event_id_aa46010a_fk_series_event_id FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_removedsharing
    ADD CONSTRAINT series_removedsharing_email_id_22ea1e0d_fk_mail_email_id FOREIGN KEY (email_id) REFERENCES public.mail_email(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_removedsharing
    ADD CONSTRAINT series_removedsharing_tenant_id_d027eda8_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_retentionreport
    ADD CONSTRAINT series_retentionreport_series_id_f2eefba0_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_series
    ADD CONSTRAINT series_series_controller_id_c4befd46_fk_people_organisation_id FOREIGN KEY (controller_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_series
    ADD CONSTRAINT series_series_copied_from_id_62a88e61_fk_series_series_id FOREIGN KEY (copied_from_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_series
    ADD CONSTRAINT series_series_tenant_id_43d5144f_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_seriesinvitation
    ADD CONSTRAINT series_seriesinvitat_invited_by_id_39fcfd4d_fk_people_ac FOREIGN KEY (invited_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_seriesinvitation
    ADD CONSTRAINT series_seriesinvitation_email_id_33ccae0b_fk_mail_email_id FOREIGN KEY (email_id) REFERENCES public.mail_email(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_seriesinvitation
    ADD CONSTRAINT series_seriesinvitation_series_id_6d436809_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_seriespartner
    ADD CONSTRAINT series_seriespartner_accepted_by_id_7f02b11f_fk_people_ac FOREIGN KEY (accepted_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_seriespartner
    ADD CONSTRAINT series_seriespartner_offered_by_id_4fd9cb13_fk_people_ac FOREIGN KEY (offered_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_seriespartner
    ADD CONSTRAINT series_seriespartner_series_id_c7ea6e73_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_seriespartner
    ADD CONSTRAINT series_seriespartner_tenant_id_9d94e2f5_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_seriesrole
    ADD CONSTRAINT series_seriesrole_account_id_c4882822_fk_people_account_id FOREIGN KEY (account_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_seriesrole
    ADD CONSTRAINT series_seriesrole_series_id_a36d468d_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_sharedpreview
    ADD CONSTRAINT series_sharedpreview_series_id_7b1b8538_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_sharedpreview
    ADD CONSTRAINT series_sharedpreview_shared_by_id_21873ddc_fk_people_account_id FOREIGN KEY (shared_by_id) REFERENCES public.people_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.series_update
    ADD CONSTRAINT series_update_series_id_9a14a788_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_admission
    ADD CONSTRAINT workshops_admission_board_id_5a35437e_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_admission
    ADD CONSTRAINT workshops_admission_participant_id_7f89c791_fk_workshops FOREIGN KEY (participant_id) REFERENCES public.workshops_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_board
    ADD CONSTRAINT workshops_board_event_id_aaa13d55_fk_series_event_id FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_board
    ADD CONSTRAINT workshops_board_presented_id_6ae90fd1_fk_workshops_statement_id FOREIGN KEY (presented_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_candidate
    ADD CONSTRAINT workshops_candidate_board_id_c69246dc_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_conclusion
    ADD CONSTRAINT workshops_conclusion_board_id_08752e31_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_conclusion_statements
    ADD CONSTRAINT workshops_conclusion_conclusion_id_0441207d_fk_workshops FOREIGN KEY (conclusion_id) REFERENCES public.workshops_conclusion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_conclusion_notes
    ADD CONSTRAINT workshops_conclusion_conclusion_id_29f446da_fk_workshops FOREIGN KEY (conclusion_id) REFERENCES public.workshops_conclusion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_conclusion_notes
    ADD CONSTRAINT workshops_conclusion_note_id_e2c5c967_fk_workshops FOREIGN KEY (note_id) REFERENCES public.workshops_note(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_conclusion_statements
    ADD CONSTRAINT workshops_conclusion_statement_id_38e48829_fk_workshops FOREIGN KEY (statement_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_currentvote
    ADD CONSTRAINT workshops_currentvot_participant_id_6e8b2a7e_fk_workshops FOREIGN KEY (participant_id) REFERENCES public.workshops_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_currentvote
    ADD CONSTRAINT workshops_currentvot_root_id_0d0e0ab6_fk_workshops FOREIGN KEY (root_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_frame
    ADD CONSTRAINT workshops_frame_board_id_34cfc17e_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_importance
    ADD CONSTRAINT workshops_importance_board_id_aab454ef_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_importance
    ADD CONSTRAINT workshops_importance_participant_id_00f27672_fk_workshops FOREIGN KEY (participant_id) REFERENCES public.workshops_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_importance
    ADD CONSTRAINT workshops_importance_root_id_2235f1c4_fk_workshops_statement_id FOREIGN KEY (root_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_intake
    ADD CONSTRAINT workshops_intake_event_id_5e82983f_fk_series_event_id FOREIGN KEY (event_id) REFERENCES public.series_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_invitation
    ADD CONSTRAINT workshops_invitation_board_id_5b4deee0_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_keptmention
    ADD CONSTRAINT workshops_keptmention_series_id_3f2e781a_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_member
    ADD CONSTRAINT workshops_member_board_id_2d52e933_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_member
    ADD CONSTRAINT workshops_member_group_id_54d88405_fk_workshops_smallgroup_id FOREIGN KEY (group_id) REFERENCES public.workshops_smallgroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_member
    ADD CONSTRAINT workshops_member_participant_id_237cc3a5_fk_workshops FOREIGN KEY (participant_id) REFERENCES public.workshops_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_moderation
    ADD CONSTRAINT workshops_moderation_board_id_7c6c833f_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_note
    ADD CONSTRAINT workshops_note_group_id_4ce4c83c_fk_workshops_smallgroup_id FOREIGN KEY (group_id) REFERENCES public.workshops_smallgroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_ownprompt
    ADD CONSTRAINT workshops_ownprompt_prompt_set_id_8551bd1d_fk_workshops FOREIGN KEY (prompt_set_id) REFERENCES public.workshops_ownpromptset(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_ownpromptset
    ADD CONSTRAINT workshops_ownpromptset_tenant_id_e6ea2e63_fk_people_tenant_id FOREIGN KEY (tenant_id) REFERENCES public.people_tenant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_participant
    ADD CONSTRAINT workshops_participant_series_id_b0490f6d_fk_series_series_id FOREIGN KEY (series_id) REFERENCES public.series_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_picture
    ADD CONSTRAINT workshops_picture_board_id_3028e51b_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_poll
    ADD CONSTRAINT workshops_poll_board_id_6ec0b07c_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_pollanswer
    ADD CONSTRAINT workshops_pollanswer_option_id_8e950504_fk_workshops FOREIGN KEY (option_id) REFERENCES public.workshops_polloption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_pollanswer
    ADD CONSTRAINT workshops_pollanswer_participant_id_c25b64b8_fk_workshops FOREIGN KEY (participant_id) REFERENCES public.workshops_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_pollanswer
    ADD CONSTRAINT workshops_pollanswer_poll_id_c8d45bb7_fk_workshops_poll_id FOREIGN KEY (poll_id) REFERENCES public.workshops_poll(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_pollchoice
    ADD CONSTRAINT workshops_pollchoice_best_id_3e4296a1_fk_workshops FOREIGN KEY (best_id) REFERENCES public.workshops_polloption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_pollchoice
    ADD CONSTRAINT workshops_pollchoice_participant_id_4ba6a0bf_fk_workshops FOREIGN KEY (participant_id) REFERENCES public.workshops_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_pollchoice
    ADD CONSTRAINT workshops_pollchoice_poll_id_9c75dd6f_fk_workshops_poll_id FOREIGN KEY (poll_id) REFERENCES public.workshops_poll(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_pollchoice
    ADD CONSTRAINT workshops_pollchoice_worst_id_77b22b8e_fk_workshops FOREIGN KEY (worst_id) REFERENCES public.workshops_polloption(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_polloption
    ADD CONSTRAINT workshops_polloption_poll_id_9c20578c_fk_workshops_poll_id FOREIGN KEY (poll_id) REFERENCES public.workshops_poll(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_polloption
    ADD CONSTRAINT workshops_polloption_statement_id_eda56f63_fk_workshops FOREIGN KEY (statement_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_polltext
    ADD CONSTRAINT workshops_polltext_author_id_81e8ac39_fk_workshops FOREIGN KEY (author_id) REFERENCES public.workshops_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_polltext
    ADD CONSTRAINT workshops_polltext_board_id_6330b892_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_polltext
    ADD CONSTRAINT workshops_polltext_poll_id_31e18e94_fk_workshops_poll_id FOREIGN KEY (poll_id) REFERENCES public.workshops_poll(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_pollupvote
    ADD CONSTRAINT workshops_pollupvote_participant_id_fff63965_fk_workshops FOREIGN KEY (participant_id) REFERENCES public.workshops_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_pollupvote
    ADD CONSTRAINT workshops_pollupvote_text_id_67d50021_fk_workshops_polltext_id FOREIGN KEY (text_id) REFERENCES public.workshops_polltext(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_presence
    ADD CONSTRAINT workshops_presence_board_id_7c727a78_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_prompt
    ADD CONSTRAINT workshops_prompt_board_id_05756b78_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_publication
    ADD CONSTRAINT workshops_publication_board_id_f5625cb1_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_publishedfile
    ADD CONSTRAINT workshops_publishedf_publication_id_ec09071f_fk_workshops FOREIGN KEY (publication_id) REFERENCES public.workshops_publication(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_smallgroup
    ADD CONSTRAINT workshops_smallgroup_board_id_8d78d023_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT workshops_statement_author_id_41264cff_fk_workshops FOREIGN KEY (author_id) REFERENCES public.workshops_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT workshops_statement_board_id_28613cbc_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT workshops_statement_carried_from_id_2075606d_fk_workshops FOREIGN KEY (carried_from_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT workshops_statement_merged_into_id_7963e526_fk_workshops FOREIGN KEY (merged_into_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT workshops_statement_prompt_id_f7bf04dc_fk_workshops_prompt_id FOREIGN KEY (prompt_id) REFERENCES public.workshops_prompt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT workshops_statement_root_id_7f524fdc_fk_workshops_statement_id FOREIGN KEY (root_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT workshops_statement_small_group_id_0d8ecd83_fk_workshops FOREIGN KEY (small_group_id) REFERENCES public.workshops_smallgroup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_statement
    ADD CONSTRAINT workshops_statement_split_from_id_8df5b5a5_fk_workshops FOREIGN KEY (split_from_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_translation
    ADD CONSTRAINT workshops_translatio_root_id_74f75165_fk_workshops FOREIGN KEY (root_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_vote
    ADD CONSTRAINT workshops_vote_board_id_56028619_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_vote
    ADD CONSTRAINT workshops_vote_came_with_id_36a8d592_fk_workshops_statement_id FOREIGN KEY (came_with_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_vote
    ADD CONSTRAINT workshops_vote_participant_id_a0998800_fk_workshops FOREIGN KEY (participant_id) REFERENCES public.workshops_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_vote
    ADD CONSTRAINT workshops_vote_root_id_b38d5398_fk_workshops_statement_id FOREIGN KEY (root_id) REFERENCES public.workshops_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.workshops_watch
    ADD CONSTRAINT workshops_watch_board_id_dcb6a68f_fk_workshops_board_id FOREIGN KEY (board_id) REFERENCES public.workshops_board(id) DEFERRABLE INITIALLY DEFERRED;
