grant usage on schema ${schema} to ${app};
alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${app};
