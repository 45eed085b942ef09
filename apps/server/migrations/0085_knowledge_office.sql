-- The number of the knowledge as a whole is the office's: whoever publishes in a community makes it grow, and writes nothing of another area by that.
alter table knowledge_base rename column area to office;
