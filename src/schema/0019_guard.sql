-- Why: a change of a record that nobody sealed must not come to stand, whoever forgot it and by whichever way it came. The database itself
-- refuses it at commit, and refuses whatever would change or empty the journal.

-- What the running transaction changed, one row a statement; gone with the statement itself, so that it is always empty for everybody else.
create unlogged table journal_due (
  mine_id uuid not null,
  record text not null,
  ids uuid[] not null
) with (toast_tuple_target = 8160);
alter table journal_due alter column ids set storage external;

-- The owner of the tables, who could take every trigger away, may say that he does without them: `set pitlamp.unguarded = on`, to restore.
-- Asked by functions that run as the owner.
create function is_unguarded() returns boolean language sql stable
  return current_setting('pitlamp.unguarded', true) = 'on' and pg_has_role(session_user, current_user, 'member');

-- At commit, for all that one statement changed: the latest entry of each record is one of this very transaction (not of a savepoint in it).
create function check_due() returns trigger language plpgsql security definer as $$
declare
  bare uuid;
begin
  select d.id into bare from unnest(new.ids) as d (id)
  where (select e.xmin from public.journal_entry e where e.mine_id = new.mine_id and e.subject between d.id and d.id
          order by e.subject desc, e.rev desc limit 1) is distinct from pg_current_xact_id()::xid limit 1;
  if found then
    raise exception '% of % changed without an entry in the journal', new.record, bare using errcode = 'PL001';
  end if;
  return null;
end $$;
create constraint trigger guard_due after insert on journal_due deferrable initially deferred
  for each row execute function check_due();

-- What a statement changed waits for the check at commit. The check reads the row although it is gone: nobody else can have taken its place.
create function note_due(mine uuid, of text, ids uuid[]) returns void language plpgsql security definer as $$
declare
  at tid;
begin
  insert into public.journal_due values (mine, of, ids) returning ctid into at;
  delete from public.journal_due where ctid = at;
end $$;

create function keep_rows() returns trigger language plpgsql security definer as $$
begin
  if public.is_unguarded() then
    return null;
  end if;
  raise exception '% is not to be %d', tg_table_name, lower(tg_op) using errcode = 'PL002';
end $$;

-- Guards a table of records, or of what belongs to records. `key`: the column with the record's id; `mine`: with the mine; `unsealed`: columns
-- that change without an entry. Called again it changes nothing. Every migration that makes such a table calls it.
create procedure guard(of text, key text default 'id', mine text default 'mine_id', unsealed text[] default '{}')
language plpgsql as $$
declare
  event text;
begin
  execute format($body$
    create or replace function %1$I() returns trigger language plpgsql security definer as $f$
    declare
      due record;
    begin
      if public.is_unguarded() then
        return null;
      end if;
      if tg_op = 'INSERT' then
        for due in select n.%3$I as mine, array_agg(distinct n.%2$I) as ids from now_rows n group by 1 loop
          perform public.note_due(due.mine, tg_table_name, due.ids);
        end loop;
      elsif tg_op = 'DELETE' then
        for due in select o.%3$I as mine, array_agg(distinct o.%2$I) as ids from old_rows o group by 1 loop
          perform public.note_due(due.mine, tg_table_name, due.ids);
        end loop;
      else
        for due in select r.mine, array_agg(distinct r.id) as ids from (%4$s) r group by 1 loop
          perform public.note_due(due.mine, tg_table_name, due.ids);
        end loop;
      end if;
      return null;
    end $f$ $body$,
    'guard_' || of, key, mine,
    case when unsealed = '{}' then
      format('select %2$I as mine, %1$I as id from old_rows union all select %2$I, %1$I from now_rows', key, mine)
    else
      format('(select %2$I as mine, %1$I as id, to_jsonb(o) - %3$L::text[] as row from old_rows o except all
               select %2$I, %1$I, to_jsonb(n) - %3$L::text[] from now_rows n) union all
              (select %2$I, %1$I, to_jsonb(n) - %3$L::text[] from now_rows n except all
               select %2$I, %1$I, to_jsonb(o) - %3$L::text[] from old_rows o)', key, mine, unsealed)
    end);
  foreach event in array array['insert', 'update', 'delete'] loop
    execute format('create or replace trigger %I after %s on public.%I referencing %s for each statement execute function %I()',
      'guard_' || event, event, of,
      case event when 'insert' then 'new table as now_rows' when 'delete' then 'old table as old_rows'
        else 'old table as old_rows new table as now_rows' end,
      'guard_' || of);
  end loop;
  execute format('create or replace trigger guard_truncate before truncate on public.%I for each statement execute function keep_rows()', of);
end $$;

-- The journal is only added to.
create trigger keep_rows before update or delete or truncate on journal_entry for each statement execute function keep_rows();
create trigger keep_rows before update or delete or truncate on journal_leaf for each statement execute function keep_rows();
create trigger keep_rows before update or delete or truncate on journal_checkpoint for each statement execute function keep_rows();

call guard('mine', mine => 'id', unsealed => '{demo}');
call guard('account');
call guard('office');
call guard('unmasking');
call guard('privacy_acceptance');
call guard('calendar_feed');
call guard('org_unit');
call guard('person');
call guard('standing', 'person_id');
call guard('shift_system');
call guard('shift_hours', 'system_id');
call guard('shift_rota');
call guard('shift_rota_day', 'rota_id');
call guard('shift_rota_crew', 'rota_id');
call guard('shift_day');
call guard('meeting');
call guard('attendance', 'meeting_id');
call guard('roll_call', 'meeting_id');
call guard('guest', 'meeting_id');
call guard('material');
call guard('planned_meeting');
call guard('meeting_session', 'planned_id');
call guard('planned_material', 'planned_id');
call guard('agenda_item', 'planned_id');
call guard('leave_request');
call guard('meeting_vote');
call guard('decision');
call guard('minute');
call guard('meeting_signature');
call guard('addendum');
call guard('make_up');
call guard('meeting_photo');
call guard('expected_exclusion');
call guard('study_plan_row');
call guard('dues_payment');
call guard('dues_correction');
call guard('admission_case');
call guard('admission_step');
call guard('voice');
call guard('target');
call guard('scheme');
call guard('scheme_item', 'scheme_id');
call guard('scheme_band', 'scheme_id');
call guard('period');
call guard('frozen_score', 'period_id');
call guard('manual_value');

-- Who runs the server owns no table, and only an owner may measure one for the planner.
create function measure(of regclass, part text default null) returns void language plpgsql security definer as $$
begin
  execute format(case when part is null then 'analyze %s' else 'analyze %s (%I)' end, of, part);
end $$;
