create table task (
  id               uuid primary key,
  kind             text not null,
  subject_type     text not null,
  subject_id       uuid not null,
  person_id        uuid references organisation_person (id),
  organisation_id  uuid references organisation (id),
  permission       text,
  appointment_id   uuid references organisation_appointment (id),
  due              date,
  asker_id         uuid references organisation (id),
  opened_at        timestamptz not null,
  closed_at        timestamptz,
  urged_at         timestamptz,
  urged_words      text,
  version          bigint not null,
  constraint task_one_owner check (
    (person_id is null) <> (organisation_id is null)
    and (organisation_id is null) = (permission is null)),
  constraint task_taken_by_a_post check (appointment_id is null or organisation_id is not null),
  constraint task_urged_words check (
    char_length(urged_words) <= 200 and (urged_words is null or urged_at is not null)),
  constraint task_closed_without_words check (closed_at is null or urged_words is null)
);

create unique index task_open_once on task (subject_type, subject_id, kind) where closed_at is null;

-- The lists: what is overdue has the earliest due day, what has none comes last.
create index task_of_person on task (person_id, (coalesce(due, 'infinity'::date)), id)
  where closed_at is null and person_id is not null;
create index task_of_posts
  on task (organisation_id, permission, (coalesce(due, 'infinity'::date)), id)
  where closed_at is null and appointment_id is null and organisation_id is not null;
create index task_taken on task (appointment_id, (coalesce(due, 'infinity'::date)), id)
  where closed_at is null and appointment_id is not null;
create index task_asked on task (asker_id, (coalesce(due, 'infinity'::date)), id)
  where closed_at is null and asker_id is not null;
-- What is late down a line: few of all tasks, found by their due day.
create index task_due_of_posts on task ((coalesce(due, 'infinity'::date)), id)
  where closed_at is null and organisation_id is not null;
