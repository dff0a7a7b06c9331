-- From @sourceloop/video-conferencing-service 21.0.0, unchanged below this header: services/video-conferencing-service/migrations/mysql
-- of https://github.com/sourcefuse/loopback4-microservice-catalog
-- MIT License, Copyright (c) 2020-2023 SourceFuse Technologies. The licence: LICENSE in the folder above.

/* Replace with your SQL commands */
ALTER TABLE video_session_details ADD COLUMN IF NOT  EXISTS  deleted_by VARCHAR(36);
ALTER TABLE video_session_details ADD COLUMN IF NOT EXISTS  deleted_on TIMESTAMP DEFAULT current_timestamp NOT NULL;