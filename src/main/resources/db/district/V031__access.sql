-- The session that a token proves, with the posts that its person holds on a day. Every request asks
-- this. The pool has each statement planned for the values at hand, and planning this one took five
-- times as long as all the rest of it; but it goes by keys alone, and its plan is the same for all.
create function access_session_of(hash bytea, today date)
returns table (
  person_id     uuid,
  name          text,
  standing      text,
  community_id  uuid,
  post          uuid,
  last_post     uuid,
  started_at    timestamptz,
  last_at       timestamptz,
  proved_at     timestamptz,
  second_at     timestamptz,
  password_at   timestamptz,
  totp          boolean,
  passkey       boolean,
  posts         json)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select s.person_id, p.name, a.standing, a.community_id, s.post, a.last_post, s.started_at,
      s.last_at, s.proved_at, s.second_at, a.password_at,
      exists (select from access_totp t
        where t.person_id = s.person_id and t.confirmed_at is not null),
      exists (select from access_passkey k where k.person_id = s.person_id),
      (select coalesce(json_agg(json_build_object('id', m.id, 'role', m.role,
           'organisation', o.id, 'kind', o.kind, 'name', o.name,
           'path', case o.kind when 'DEPARTMENT' then above.path else o.path end,
           'from', m.from_day, 'to', m.to_day) order by m.from_day, m.id), '[]')
       from organisation_appointment m
         join organisation o on o.id = m.organisation_id
         left join organisation above on above.id = o.parent_id
       where m.person_id = s.person_id and m.from_day <= today
         and (m.to_day is null or m.to_day >= today))
    from access_session s
    join access_account a on a.person_id = s.person_id
    join organisation_person p on p.id = s.person_id
    where s.token_hash = hash and s.superseded_at is null;
end $$;
