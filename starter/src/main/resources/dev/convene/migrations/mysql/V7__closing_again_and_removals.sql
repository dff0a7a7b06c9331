-- From when on the provider is (again) asked to close the room of a meeting that has ended.
alter table convene_meeting add column close_after datetime(6);
update convene_meeting set close_after = ended_at where ended_at is not null and room is not null;
drop index convene_meeting_to_close on convene_meeting;
create index convene_meeting_to_close on convene_meeting (room_closed_at, close_after);

-- Whom a moderator put out of a meeting for good.
create table convene_removal (
  id         bigint auto_increment primary key,
  meeting_id bigint        not null,
  person     varchar(1024) not null,
  removed_at datetime(6) not null,
  foreign key (meeting_id) references convene_meeting (id)
) character set utf8mb4 collate ${collation};
create index convene_removal_of_meeting on convene_removal (meeting_id);
