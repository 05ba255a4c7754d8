-- How a community is reached without any screen; public, of the organisation and of no person.
create table organisation_contact (
  organisation_id  uuid primary key references organisation (id),
  phone            text,
  address          text,
  hours            text,
  version          bigint not null
);

-- How a person likes to read: she said so, here or at the counter.
create table organisation_reading (
  person_id   uuid primary key references organisation_person (id) on delete cascade,
  language    text not null check (language in ('zh-CN', 'en')),
  large_type  boolean not null
);
