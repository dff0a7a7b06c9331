-- What was copied from the tables of @sourceloop/video-conferencing-service: each row once, even if ours is gone by now.
create table convene_adopted (
  kind      varchar(16) not null, -- meeting, attendee
  source_id bigint      not null, -- the predecessor's id
  our_id    bigint      not null, -- of convene_meeting, convene_visit
  primary key (kind, source_id)
);
create index convene_adopted_ours on convene_adopted (kind, our_id);
