-- title: 收件箱里已读取的文件
-- title_en: Which files of the inbox were read
-- params: files VARCHAR[]
--
-- One row per file of those names and size that came; without a size there were no bytes
-- to be had.
select distinct
    file,
    size
from store.raw.submission
where list_contains($files, file)
