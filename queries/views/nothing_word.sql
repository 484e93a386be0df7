-- title: 表示“没有”的填写
-- title_en: Words that mean none in a free-text cell
-- params: none
--
-- One row per way of writing that there is nothing to write. Whole cells only: a veto
-- such as 无执法资格人员执法 begins with 无 and is one.
select word
from (
    values
    (''), ('无'), ('没有'), ('否'), ('暂无'), ('空'), ('未涉及'), ('不涉及'), ('不适用'),
    ('未发现'), ('不存在'), ('无此项'), ('无此情形'), ('无此情况'), ('无否决项'),
    ('无一票否决项'), ('无一票否决情形'), ('未填'), ('待定'), ('/'), ('\'), ('-'), ('--'),
    ('—'), ('——'), ('－'), ('×'), ('0'), ('无。'), ('none'), ('None'), ('N')
) as words (word)
