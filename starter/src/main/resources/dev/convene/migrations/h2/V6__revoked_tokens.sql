-- Access tokens that are refused although their time has not come; the token itself is not kept.
create table convene_revoked_token (
  fingerprint varchar(64)  not null primary key,
  expires_at  timestamp(6) with time zone, -- null for a token without an end
  revoked_by  varchar(255) not null,
  revoked_at  timestamp(6) with time zone not null
);
create index convene_revoked_token_over on convene_revoked_token (expires_at);
