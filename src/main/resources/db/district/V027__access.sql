-- As V026, of invitations and of what a passkey is asked.
create index access_invitation_inviter
  on access_invitation (invited_by) where invited_by is not null;
create index access_challenge_person on access_challenge (person_id) where person_id is not null;
