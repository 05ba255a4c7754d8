-- What can be found, as lexemes alone: words, pairs of characters, pinyin of names, and, with a mark
-- in front, the kind of record and every organisation above it. All of it can be made again.
create table search_record (
  subject_type     text collate "C" not null,
  subject_id       uuid not null,
  organisation_id  uuid not null references organisation (id),
  number           text collate "C" not null,
  at               timestamptz not null,
  words            tsvector not null,
  primary key (subject_type, subject_id)
);
create index search_record_latest on search_record (subject_type, at desc, subject_id desc);
create index search_record_number on search_record (subject_type, number text_pattern_ops);
create index search_record_organisation on search_record (organisation_id);
create index search_record_words on search_record using gin (words);

-- Records that something has happened to since they were last read.
create table search_queue (
  subject_type  text collate "C" not null,
  subject_id    uuid not null,
  primary key (subject_type, subject_id)
);

-- Which kinds have been read from the beginning, and by which edition of the terms.
create table search_source (
  subject_type  text collate "C" primary key,
  edition       int not null
);
