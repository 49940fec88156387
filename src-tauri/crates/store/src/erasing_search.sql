insert into line_words (line_words) values ('delete-all');
update searchable set upto = 0;
