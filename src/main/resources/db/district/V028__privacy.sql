-- As V026, of requests.
create index privacy_request_answerer
  on privacy_request (answered_by) where answered_by is not null;
