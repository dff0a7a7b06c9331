-- A provider whose rooms live only while they are used gets one when the first person comes.
alter table convene_meeting modify room varchar(255);
