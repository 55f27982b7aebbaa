"""Sentences of the codes that services raises."""

SENTENCES: dict[str, tuple[str, str]] = {
    # Who is meant
    "person-not-named": ("这一行没有写是谁。", "请填上工号；没有工号的，填身份证号，或者姓名和部门。"),
    "person-unknown": ("工号“{value}”不在花名册里。", "请核对工号；是新来的人，先导入花名册。"),
    "person-unknown-near": (
        "工号“{value}”不在花名册里，相近的有：{candidates}。是其中哪一位？",
        "请改成正确的工号（单元格设成文本），或点“回答问题”选定（命令：--person）；是新来的人，先导入花名册。",
    ),
    "person-number-twice": (
        "工号“{value}”前面可能丢了 0，不止一人：{candidates}。",
        "请在旁边写上姓名，或点“回答问题”选定（命令：--person）。",
    ),
    "person-not-in-post": (
        "{name}在{period}没有任职：{candidates}。",
        "请核对人和周期；确实没错，点“回答问题”选定（命令：--person）。",
    ),
    "person-name-variant": (
        "“{value}”就是花名册里的“{book_name}”（工号 {staff_no}），只是字形不同。",
        "不必处理；要写得一致，请照花名册写。",
    ),
    "person-name-remark": (
        "“{value}”读作“{name}”（工号 {staff_no}），姓名旁边的标注没有读。",
        "不是这个人时，请改正姓名或工号。",
    ),
    "lay-assessor": ("“{value}”是人民陪审员，不在花名册里，没有记入合议庭成员。", "不必处理。"),
    "roster-number-near": (
        "{name}在考核库里的工号是{candidates}，这里是“{value}”：前面的 0 可能被表格去掉了。",
        "请改正工号（单元格设成文本），或点“回答问题”选定（命令：--person）。",
    ),
    "person-answer-unknown": ("“{value}”回答的是工号“{answer}”，花名册里没有。", "请核对工号再回答。"),
    "person-name-differs": (
        "工号 {staff_no} 在花名册里是“{book_name}”，这里写的是“{name}”。",
        "请核对工号和姓名，把写错的一个改正。",
    ),
    "person-identity-differs": (
        "工号 {staff_no}（{name}）在花名册里的身份证号与这里写的不同。",
        "请核对工号和身份证号，把写错的一个改正。",
    ),
    "person-identity-unknown": ("身份证号“{value}”不在花名册里。", "请核对，或者改填工号。"),
    "person-identity-unknown-near": (
        "身份证号“{value}”不在花名册里，同名的有：{candidates}。",
        "请核对，或改填工号，或点“回答问题”选定（命令：--person）。",
    ),
    "person-identity-twice": ("身份证号“{value}”在花名册里不止一人：{candidates}。", "请改填工号，并改正花名册。"),
    "person-name-unknown": ("“{value}”不在花名册里。", "请核对姓名；是新来的人，先导入花名册。"),
    "person-name-unknown-near": (
        "“{value}”不在花名册里，相近的有：{candidates}。是其中哪一位？",
        "请核对姓名，或填上工号，或点“回答问题”选定（命令：--person）。",
    ),
    "person-name-twice": (
        "“{value}”不止一人：{candidates}。",
        "请填上工号，或点“回答问题”选定（命令：--person）。",
    ),
    "person-not-in-division": (
        "“{value}”当时不在{division}，花名册里有：{candidates}。",
        "请填上工号，或点“回答问题”选定（命令：--person）；调动过的，先导入新的花名册。",
    ),
    # 花名册, 离岗
    "roster-rows-disagree": (
        "工号 {staff_no} 的几行里{field}不一致：第 {row} 行是“{first}”，这里是“{value}”。",
        "同一人的各行须写得一样；如果是两个人，请改正工号。",
    ),
    "person-renamed": (
        "工号 {staff_no} 在考核库里是“{book_name}”，这里是“{value}”。",
        "如果工号写错了，请改正；如果确实改了名，请加 --replace（窗口里勾“表是完整的”）再导入。",
    ),
    "person-identity-taken": (
        "工号 {staff_no} 的身份证号已经属于{other}。",
        "请核对身份证号；如果是同一个人，只用一个工号。",
    ),
    "posting-ends-before-start": ("任职止 {end} 早于任职起 {start}。", "请核对这两个日期。"),
    "postings-overlap": (
        "{name}的这段任职与第 {other_row} 行的任职日期重叠。",
        "请在前一段任职填上任职止（应不晚于 {until}）。",
    ),
    "posting-overlaps-book": (
        "{name}的这段任职与考核库里的重叠：{division} {post}，{start} 至 {end}。",
        "如果是调动，请在表里加上原任职的一行并写明任职止；如果表里的才对，请加 --replace（窗口里勾“表是完整的”）再导入。",
    ),
    "absence-ends-before-start": ("离岗止 {end} 早于离岗起 {start}。", "请核对这两个日期。"),
    # 方案
    "scheme-second-of-year": (
        "{year} 年已经有方案“{others}”，这是另一个方案“{name}”。",
        "如果只是改了名称，或者确实要用这一个，请加 --replace（窗口里勾“表是完整的”）再导入；不然请核对年度。",
    ),
    "scheme-no-longer-sound": (
        "考核库里的方案有 {count} 处不符合现在的要求，不能用来计算。",
        "请改好方案工作簿，重新导入。",
    ),
    # 数据, 案件, 台账, 测评
    "told-in-two-sheets": (
        "同一项在工作表“{sheet}”的 {cell} 写的不一样，不知道以哪一张为准。",
        "请只留一张工作表，或改成一致；不同的测评票请写上票号。",
    ),
    "told-twice": ("同一项在表里写了两次而且不一样，前一次在 {first}。", "请只留一次。"),
    "word-unknown": ("“{value}”不是“{indicator}”规定的等次：{words}。", "请改成其中一个。"),
    "mark-out-of-bounds": ("{value} 超出“{indicator}”的范围：{low} 至 {high}。", "请核对分数。"),
    "mark-above-full": (
        "{value} 按“{indicator}”的公式得 {score} 分，超过满分 {full} 分。",
        "请核对是不是多写了一位，或者写错了列；确实这样的，可以采用。",
    ),
    "cases-none": (
        "本表一件案件也没有：采用以后，{period}没有登记案件的人（本部门和别的部门都是）各项案件数按零件计。",
        "请核对：确实没有办结案件的，可以采用；数据漏了的，补上再导入。",
    ),
    "mark-in-monthly-record": (
        "“{item}”由{month}月纪实的负责人评分（{mark}）带来，这里写的是 {value}。",
        "要改分数，请改月纪实；这张表里把这一格删去。",
    ),
    "level-without-points": (
        "级别“{value}”在“{indicator}”里没有级别分：{levels}。",
        "请改成其中一个，或者在方案里加上。",
    ),
    "rating-word-unknown": ("“{value}”不是“{indicator}”规定的评价：{words}。", "请改成其中一个。"),
    "rating-figures-only": (
        "“{indicator}”只按评分计，这里写的是评价“{value}”。",
        "请在“评分”列填分数；要按评价词计分，先在方案该指标的参数里写明评价分。",
    ),
    "more-alike": (
        "同样的问题还有{count}处，没有一一列出（最后列出的是：{sentence}）。",
        "请先改好或回答列出的，再导入一次。",
    ),
    "rater-group-unknown": (
        "方案没有规定测评人类别“{value}”，规定的有：{groups}。这样的票不会计分。",
        "请改成其中一个；确实新增了这一类测评人的，先在方案的参数里写明它的权重。",
    ),
    "rating-item-unclear": (
        "“{value}”的票可以算进几个测评项目：{items}，表上没有写是哪一个。",
        "请在标题、工作表名或“测评项目”列里写明，或点“回答问题”选定（命令：--column '测评=项目'）。",
    ),
    "ballots-from-elsewhere": (
        "{count} 票没有票号，而同一被测评人、同一类别在考核库里已有来自 {files} 的票，分不清是重报还是另外的票。",
        "是另外的票，请给每票写上票号；是重报，请加 --replace（窗口里勾“表是完整的”）再导入。",
    ),
    "case-factor-without-reason": ("个案系数 {value} 没有写系数说明。", "请填上系数说明：为什么用这个系数。"),
    "case-closed-elsewhere": (
        "{number} 在考核库里已于 {closed} 结案，导入后会从原来的周期移走。",
        "请核对结案日期；如果表里的才对，请加 --replace（窗口里勾“表是完整的”）再导入。",
    ),
    "period-needed": (
        "没有写是哪个周期的{kind}。",
        "请在表头写明（例如“周期：2024Q1”），或写进文件名，或用 --period 指明。",
    ),
    "others-stay": (
        "考核库里{period}的{list}另有 {count} 条不在这张表上，它们照旧保留。",
        "如果这张表就是全部，请加 --replace（窗口里勾“表是完整的”）再导入，多出的会去掉。",
    ),
    "figure-too-large": (
        "“{item}”这里是{value}，大得不合情理。",
        "请核对：多半是写错了列，或者把长号码、日期粘贴成了数。",
    ),
    "percent-far-beyond": (
        "“{item}”的单位是%，这里是{value}%，是100%的十倍以上，按{value}%计。",
        "请核对：要填98.5%时，单元格应当显示98.5%；把98.5的单元格再设成百分比，就成了9850%。",
    ),
    "count-negative": ("“{item}”按{unit}计，这里是负数{value}。", "请核对；冲减以前的数，确实是负数的，可以采用。"),
    "figure-left-over": (
        "“{item}”这里是{value}，小得不合情理，多半是公式计算留下的误差。",
        "应当是0的，请改为0。",
    ),
    "value-tenfold": ("“{item}”这里是{value}，上期是{last}，相差十倍以上。", "请核对是否多写或少写了一位。"),
    "value-tenfold-of-others": (
        "“{item}”这里是{value}，表里一般在{usual}上下，相差十倍以上。",
        "请核对是否多写或少写了一位。",
    ),
    "column-tenfold": (
        "“{item}”有{count}人都在上期的十倍以上（这里{value}，上期{last}）。",
        "请核对单位是否变了（例如元和万元）。",
    ),
    "column-all-equal": (
        "“{item}”{count}人全是{value}，上期各人不同。",
        "请核对是否整列填了同一个数。",
    ),
    "column-shifted": (
        "“{item}”有{count}人的数与上期的“{neighbour}”一样，可能整列错了一格。",
        "请核对这两列。",
    ),
    "file-taken-before": (
        "这个文件已于 {at} 导入过（批次 {batch}），之后有 {count} 项又改过（如{cell}，{since}，{file}），再导入会改回去。",
        "不需要再导入；确实要改回去，请加 --replace（窗口里勾“表是完整的”）再导入。",
    ),
    "template-older": (
        "这张表是按 {made} 做的模板填的，其中{count}项（第一处在这一格）在考核库里后来已经改过（最近一次 {told}，{file}），照它导入会改回去。",
        "请重新做模板再填；如果确实要用这张表的，请加 --replace（窗口里勾“表是完整的”）再导入。",
    ),
    "template-of-other-period": (
        "这张表的模板是为{then}做的，表上的周期写的是{period}，按{period}读。",
        "请核对人员和各数是不是{period}的；下次请用本期的模板。",
    ),
    "template-of-older-scheme": (
        "这张表是按 {made} 做的模板填的，那时的方案是{then}，现在用的是{now}，其中没有表里的{columns}。",
        "请按现在的方案重新做模板再填；有改了名称的数据项，也可以把列名改成现在的名称再导入。",
    ),
    "decisions-not-imported": ("这是评定等次的决定，不能当作数据导入。", "请用 decide 命令导入决定。"),
    "sheet-held-back": ("同一文件的其他工作表有错误，所以这张表也没有导入。", "改好后整个文件再导入一次。"),
    "file-tells-nothing": (
        "没有认出任何一种表。",
        "请核对表头：花名册要有工号、姓名、人员类别，数据要有工号和数据项，案件要有案号和结案日期；也可以用 --kind 指明。",
    ),
    "book-moved": ("核对之后考核库又有了改动，所以没有写入。", "请重新核对一次再导入。"),
    # Computing and results
    "scheme-missing": ("{year} 年及以前没有方案，{period}无法计算。", "请先导入方案工作簿。"),
    "scheme-earlier": (
        "没有 {year} 年的方案，用的是 {used} 年的“{name}”。",
        "如果今年有新的实施办法，请导入后重新计算。",
    ),
    "no-scheme-in-file": ("“{file}”不是方案工作簿。", "请选一个有“方案”“指标组”“数据项”“指标”等表的工作簿。"),
    "nobody-in-period": ("{period}没有任何人在岗。", "请先导入花名册，并核对任职起止日期。"),
    "not-computed": ("{period}还没有计算。", "请先计算：hengji compute 考核库 {written}"),
    "no-result-for-person": ("{period}的得分里没有工号“{staff_no}”。", "请核对工号；那时还没有任职的人没有得分。"),
    "staff-unknown": ("花名册里没有工号“{staff_no}”。", "请核对工号。"),
    "set-unknown": ("{period}的得分里没有指标组“{name}”。", "可以用：{sets}。"),
    "indicator-unknown": ("没有指标“{indicator}”。", "可以用：{codes}。"),
    # Files going out
    "folder-not-empty": ("文件夹“{folder}”里已经有东西。", "请给一个空的或不存在的文件夹。"),
    "folder-not-made": ("文件夹“{folder}”建不了：{why}。", "请换一个位置，或者检查权限和磁盘空间。"),
    "file-not-written": (
        "“{file}”写不进去：{why}。",
        "如果它在 WPS 或 Excel 里开着，请先关闭；也请检查文件夹权限和磁盘空间。",
    ),
    "file-exists": ("“{file}”已经存在，没有写入，原文件没有改动。", "请换一个文件名。"),
    "library-entry-unknown": ("方案库里没有“{name}”。", "可以用：{names}。"),
    "nothing-computed-in-year": (
        "{year} 年还没有计算过任何周期，没有档案可做。",
        "请先计算，例如：hengji compute 考核库 {year}Q1",
    ),
    "waiver-refused": ("没有改动收表情况：有 {count} 张表对不上，见清单。", "请改好后再试。"),
    "sheet-not-expected": (
        "{period}不向“{division}”收“{sheet}”。",
        "这个部门要报的是：{expected}；请照收表情况里的写法写部门和表。",
    ),
    "waiver-of-taken": ("{division}的“{sheet}”{standing}，不用再记免报。", "交错了的，撤回那一次导入。"),
    "waived-already": ("{division}的“{sheet}”已经是{standing}。", "要改理由的，先恢复要报，再记免报。"),
    "waiver-missing": ("{division}的“{sheet}”没有记过免报，现在是{standing}。", "不需要再做什么。"),
    "layout-unknown": (
        "没有编号“{number}”的版式。",
        "请用 hengji layouts 考核库 list 核对编号；已经忘记的，可以先恢复。",
    ),
    "layout-not-forgotten": ("没有忘记过编号“{number}”的版式。", "请用 hengji layouts 考核库 list 核对编号。"),
    "layout-without-column": ("版式“{number}”里没有“{header}”这一列。", "它的列是：{headers}。"),
    "layout-answer-unknown": ("“{answer}”不是数据项，也不是这种表的列。", "可以答：{choices}。"),
    "reminder-file-kind": ("催报单不能写成“{file}”这种文件。", "文件名请以 {kinds} 结尾。"),
    "bulletin-file-kind": ("通报不能写成“{file}”这种文件。", "文件名请以 {kinds} 结尾。"),
    "template-without-scheme": ("考核库里还没有方案，不知道要填哪些数据项。", "请先导入方案工作簿。"),
    "template-without-period": ("这种表要知道是哪个周期。", "请用 --period 指明，例如 --period 2024Q1。"),
    "template-nothing-expected": (
        "{period}没有单独要报的表：方案里没有在这种周期计分、要各部门填报的数据项。",
        "请核对周期；数据按月或季报送的，做那个周期的模板。",
    ),
    "template-without-people": ("没有要填的人员。", "请先导入花名册，并核对部门名称和周期。"),
    # Between courts
    "period-not-computed": ("{period}还没有计算，不能{doing}。", "请先计算：hengji compute 考核库 {written}"),
    "period-stale": (
        "{period}计算之后数据又有改动，得分已不是最新的，不能{doing}。",
        "请重新计算：hengji compute 考核库 {written}",
    ),
    "form-other-suffix": ("“{file}”的后缀与原表不同，写出来会打不开。", "请把要写成的文件的后缀写成 {suffix}。"),
    "form-onto-itself": ("“{file}”就是原表，没有写入。", "请换一个文件名，原表留着备查。"),
    "form-mark-unreadable": (
        "标记“{mark}”看不明白，或者表格里没有这一格。",
        "标记写作“工作表!单元格=要填的数”，例如 汇总!C5=平均分(法官)；这份表格有：{sheets}。",
    ),
    "form-mark-unclear": (
        "不明白标记要填什么：{marks}。",
        "可以写：法官人数、平均分(法官)、合计(结案数,法官)、等次人数(优秀)、总分:工号；项目用方案里的名称或编码。",
    ),
    "package-not-sealed": (
        "{period}还没有封存，以后数据还可能改动。",
        "封存以后再报最稳妥；现在就报的，封存以后要再报一次。",
    ),
    "package-has-gaps": ("有 {count} 处数据未填，上报包里逐项写明。", "请先补齐再上报，或者就这样上报。"),
    "package-grades-open": ("有 {count} 人的等次还没有评定，按建议等次统计。", "评定以后请再报一次。"),
    "package-not-one": (
        "“{value}”不是上报包，没有采用。",
        "别的表格请在“导入”页导入；上报包由报送法院的衡绩做成，名字可以改，内容不能动。",
    ),
    "court-not-sealed": ("报来时还没有封存，可能还会有新的一期。", "该院封存以后，请再报一次。"),
    "court-computed-before": ("比本院{periods}的上报包算得早，可能是旧的。", "请该院重新计算后再报一次。"),
    "court-unknown": ("没有登记过这些法院：{courts}。", "名称或代码请照登记时的写。"),
    "court-has-packages": ("{courts}已经有上报包，不能去掉。", "要去掉，请先到“导入”页撤回那几次导入。"),
    "package-own-court": ("这是“{value}”自己做的上报包，不能导入本院的考核库。", "请在上级法院的考核库里导入。"),
    "package-not-higher-court": (
        "本库是“{court}”的（层级：{level}），只有中级、高级法院的考核库收上报包。",
        "请在上级法院的考核库里导入；新建时写明层级：hengji new 考核库 --court 名称 --level 中级。",
    ),
    "package-court-renamed": (
        "法院代码 {code} 在考核库里是“{known}”，上报包里是“{value}”。",
        "请核对代码；确实改了名的，在“上下级”页收这份包时答“是改了名”（命令加 --replace）。",
    ),
    "package-older": (
        "“{value}”的这份上报包（第{issue}期，{made}生成）比考核库里的（第{known}期，{known_made}生成）旧。",
        "请用新的一份；确实要用旧的，请先撤回新的那次导入。",
    ),
    "package-other-period": ("上报包是{told}的，指明的却是{wanted}。", "请去掉 --period，或者换一份上报包。"),
}
