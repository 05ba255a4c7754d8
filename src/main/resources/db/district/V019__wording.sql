-- What a district says in its own words, by the code of the text.
create table wording_text (
  code        text collate "C" not null check (char_length(code) <= 200),
  language    text collate "C" not null check (language in ('zh-CN', 'en')),
  text        text not null check (char_length(text) between 1 and 5000),
  changed_at  timestamptz not null,
  primary key (code, language)
);

-- Every node looks here whether what it has in memory is still so.
create table wording_version (
  only_one  boolean primary key default true check (only_one),
  version   bigint not null
);
insert into wording_version (version) values (0);
