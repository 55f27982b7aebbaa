"""Sentences of the codes that sheets raises. ``{value}`` is what stands in the cell."""

_FILES = {
    "file-missing": ("没有找到文件“{file}”。", "请检查文件名和文件夹，文件可能已经改名或移走。"),
    "file-is-folder": ("“{file}”是文件夹，不是文件。", "请选择文件夹里面的表格文件。"),
    "file-locked": (
        "文件“{file}”打不开，可能正被别的程序占用，或没有读取权限。",
        "请先在WPS或Excel里关闭这个文件，再试一次。",
    ),
    "file-lock-mark": ("“{file}”是表格打开时留下的临时文件，不是表格。", "请选择同名但开头没有“~$”或“.~”的文件。"),
    "file-empty": ("文件“{file}”是空的，一个字节也没有。", "请让填报部门重新发送。"),
    "file-unknown": (
        "“{file}”不是能读的表格。",
        "能读的格式：xlsx、xlsm、xls、et、xlsb、ods、csv。请用WPS或Excel打开后另存为xlsx。",
    ),
    "file-broken": (
        "文件“{file}”已损坏，读不出内容。",
        "请用WPS或Excel打开（会提示修复）后另存为xlsx，或让填报部门重新发送。",
    ),
    "file-protected": ("文件“{file}”设有打开密码。", "请打开后取消密码（另存为时清除密码），再导入。"),
    "file-too-large": ("文件“{file}”太大：{what}。", "请删除表格下方和右侧没有用的内容后另存，或拆成几个文件。"),
    "file-too-old": ("文件“{file}”是Excel 95以前的旧格式。", "请用WPS或Excel打开后另存为xlsx。"),
    "file-xml-2003": ("文件“{file}”是XML表格格式，不能直接读。", "请用WPS或Excel打开后另存为xlsx。"),
    "file-open-elsewhere": (
        "文件“{file}”正被别的程序打开着。",
        "请先在WPS或Excel里关闭这个文件（别的电脑上也要关），再试一次。",
    ),
    "file-path-too-long": (
        "文件“{file}”的路径太长，系统打不开。",
        "请把文件挪到层次浅一些的文件夹，或改一个短的文件名。",
    ),
    "file-not-read": ("文件“{file}”读不出来：{reason}。", "请检查磁盘、U盘或网络，把文件复制到本机后再试一次。"),
    "file-wrapped": (
        "“{file}”不是表格，或者被加密软件（文档透明加密）包着，看不到里面的内容。",
        "请在能打开它的电脑上解密，或用WPS、Excel打开后另存为普通的xlsx，再导入。",
    ),
    "file-rights-managed": (
        "文件“{file}”设有权限管理（IRM），没有授权的程序读不了。",
        "请有权限的人用WPS或Excel打开，取消限制访问后另存为xlsx。",
    ),
    "file-ambiguous": (
        "文件“{file}”里有两份同名的内容（{part}），不同的程序会读出不同的结果，所以没有读。",
        "请用WPS或Excel打开后另存为xlsx，核对后再导入。",
    ),
    "readers-disagree": (
        "文件“{file}”工作表“{sheet}”的{cell}单元格，两种读法读出的不一样：一种是“{ours}”，另一种是“{other}”，所以没有读。",
        "请用WPS或Excel打开后另存为xlsx，核对后再导入。",
    ),
    "file-too-slow": (
        "读文件“{file}”超过了{seconds}秒，已经停止。",
        "请删除表格下方和右侧没有用的内容后另存为xlsx，或拆成几个文件。",
    ),
    "file-ends-reader": (
        "读文件“{file}”时读表程序中途停了，多半是文件已损坏或特别大。别的文件不受影响。",
        "请用WPS或Excel打开后另存为xlsx，或让填报部门重新发送。",
    ),
    "reader-not-started": (
        "读表程序启动不了：{reason}。表格都在单独的进程里读，没有它就不读。",
        "请检查系统或安全软件是否不允许本程序启动新的进程，或者内存已经用完；处理后再试一次。",
    ),
    "file-without-content": ("文件里没有可以导入的内容。", "请检查是否选错了文件，或表格还没有填写。"),
    "workbook-not-written": (
        "表格“{file}”没有写成：{reason}。",
        "请确认文件夹可以写、磁盘有空间，并先在WPS或Excel里关闭同名文件，再试一次。",
    ),
    "kind-not-known": ("没有“{kind}”这种表。", "可以写的种类：{kinds}。"),
}
_SHEETS = {
    "kind-unknown": (
        "看不出这是哪一种表：内容最多的一行是{value}，其中没有能认出的表头。",
        "请核对表头：数据表要有“工号”或“姓名”和至少一个数据项的名称，其他表要有规定的列名；方案要先导入。也可以指明表的种类。",
    ),
    "header-not-found": ("没有找到“{kind}”表应有的表头：内容最多的一行是{value}。", "请核对表的种类和表头的列名。"),
    "sheet-without-table": (
        "这张工作表里没有表格，只有文字：{value}。",
        "如果不需要导入，请删除这张工作表，或只选择有数据的文件。",
    ),
    "sheet-skipped": ("这张工作表没有表格，当作封面或说明跳过。", ""),
    "sheet-hidden": ("工作表“{value}”是隐藏的，没有读。", "如果里面有要导入的内容，请取消隐藏后再导入。"),
    "sheet-without-rows": (
        "表头下面没有可以读的行。",
        "如果确实没有，不必处理；台账没有事项时，请填一行，事项写“零报告”。",
    ),
    "rows-hidden": ("有{value}行是隐藏的，也读进来了：第{rows}行。", "如果这些行不该计入，请删除后再导入。"),
    "columns-hidden": ("有隐藏的列，也读进来了：{value}。", "如果这些列不该计入，请删除后再导入。"),
    "missing-column": (
        "表里没有“{column}”这一列，表头是：{value}。",
        "请加上“{column}”列，或把对应的列名改为“{column}”。",
    ),
    "column-twice": ("“{value}”与{first}单元格的表头是同一列，不知道该读哪一列。", "请改名使两列能分清。"),
    "column-twice-which": (
        "“{value}”与{first}单元格的“{other}”是同一列，不知道该读哪一列。",
        "请改名使两列能分清；或点“回答问题”说明不读哪一列（命令：--column '{value}=忽略'）。",
    ),
    "table-beside": (
        "并排还有一张“{kind}”表（{value}），只读了左边的“{taken}”表。",
        "要导入旁边的表，请把它移到单独的工作表或文件。",
    ),
    "table-beside-unread": (
        "右边还有一张小表（{value}），是按部门的，没有写人，没有读。",
        "不需要处理；里面有要导入的数，请移到单独的工作表。",
    ),
    "table-lies-across": (
        "这张表是横着排的，或是一人一张的卡片：“{value}”写在姓名下面，却是数据项的名称。",
        "请改成一人一行：第一行是“工号、姓名”和各数据项的名称，下面每人一行。",
    ),
    "unknown-column": (
        "不认识“{value}”这一列，里面有数：方案里没有叫这个名称的数据项。",
        "请点“回答问题”选定是哪个数据项或忽略（命令：--column）；答过一次，这种表以后不再问。",
    ),
    "title-of-other-figures": (
        "标题“{value}”说的是任务、计划或上年的数，不知道表里是不是本期实际完成的数。",
        "确实是本期实际数的，请改标题，或点“回答问题”（命令：--column '{value}=本期'）；不是的，不要导入这张表。",
    ),
    "figures-without-header": (
        "{value}没有表头，下面却有数，不知道是哪个数据项。",
        "请在表上补写表头；或点“回答问题”选定是哪个数据项或忽略（命令：--column '{value}=…'），答过一次，这种表以后不再问。",
    ),
    "row-shifted": (
        "这一行在各数据项右边多出一个“{value}”，而“{column}”是空的，像是整行往右错了一列。",
        "请核对这一行，把各个数移回自己的列；右边的数与本表无关的，请删去。",
    ),
    "column-of-other-time": (
        "这些列没有读，因为不是本期的数，或是得分、目标、平均一类，或是用来比较、合计的：{value}。",
        "不需要处理；确实要读的，请改成数据项的名称。",
    ),
    "no-column-of-period": (
        "“{item}”在表上是{value}，没有一列正好是{period}的数。",
        "其中一列就是{period}的，请在表头写明“本期”，或用 --column '表头={item}' 指明；要按月导入，请一人一月一行（加“月份”列），或每月一张表。",
    ),
    "text-column-not-read": ("“{value}”这一列没有读：里面是文字，不是数据项。", "不需要这一列时不必处理。"),
    "no-item-columns": (
        "这张表里没有方案里的数据项，表头是：{value}。找的是：{items}。",
        "通讯录、值班表一类的表不用导入；如果是数据，请写明周期，并把列名改成数据项的名称（命令：--column 列名=数据项）。",
    ),
    "total-differs": (
        "合计对不上：“{column}”这里写的是{value}，{rows}相加是{sum}。",
        "请核对各行和合计：改正写错的一个；合计行不需要时也可以删除。",
    ),
    "total-without-hidden": (
        "合计对不上：“{column}”这里写的是{value}，只合计了看得见的行，加上隐藏的行是{sum}（{rows}）。",
        "隐藏的行不该计入，请删除；该计入，请取消隐藏或筛选后改正合计。",
    ),
    "months-differ": (
        "“{column}”这里写的是{value}，旁边各月相加是{sum}。",
        "请核对各月和合计：改正写错的一个，或只留一列并写明“本期”。",
    ),
    "people-total-differs": ("人数对不上：这里写的是“{value}”，{rows}是{count}人。", "请核对是否漏了人或多了人。"),
    "cases-total-differs": ("件数对不上：这里写的是“{value}”，{rows}是{count}件。", "请核对是否漏了案件或多了案件。"),
    "layout-changed": ("这种表的列与上次回答时不一样了：{changed}。", "请核对各列是否仍读得对。"),
    "column-not-read": ("“{value}”这一列没有读。", "不需要这一列时不必处理。"),
    "column-without-header": ("有一列下面有内容但没有表头，没有读。", "如果要读，请补上表头。"),
    "month-twice": ("这个人的{value}在第{first}行已经写过一次。", "一人一个月只留一行。"),
    "month-needed": (
        "月纪实要写明是哪一个月，这里是{period}。",
        "请在表头写明月份（例如“周期：2024年3月”），或加一列“月份”，或用 --period 指明。",
    ),
    "rater-not-read": ("“{value}”这一列没有读：测评不保存测评人是谁。", ""),
    "item-is-counted": ("“{value}”（{item}）由程序从{kind}算出，表里填的数不采用。", "请从表中删除这一列或这一行。"),
    "merged-value": ("合并单元格“{value}”跨了几行或几列，不知道是谁的值。", "请取消合并，给每个人分别填写。"),
    "scheme-sheet-unknown": ("工作表“{value}”不是方案的一部分，没有读。", ""),
    "scheme-header-missing": ("工作表“{value}”里没有找到表头。", "表头至少要有这些列：{columns}。"),
}
_PERIODS = {
    "period-missing": (
        "不知道这张表是哪个周期的。",
        "请在表头上方写明“周期：2024Q1”或“2024年3月”，或在文件名里写明，或在导入时指定周期。",
    ),
    "period-missing-in-row": ("这一行没有写月份，整张表也没有写周期。", "请填写月份，或在表头上方写明“周期：2024Q1”。"),
    "period-unreadable": (
        "“{value}”看不出是哪个周期（日期不是周期）。",
        "请写成2024-03、2024Q1、2024H1、2024，或2024年3月、2024年第一季度、2024年上半年、2024年度。",
    ),
    "title-period-unclear": (
        "“{value}”里写的时间不是一个完整的月、季、半年或年，看不出是哪个周期。",
        "请改正标题，或在表头上方写明周期：2024Q1、2024年3月、2024年第一季度、2024年上半年、2024年度，或在导入时指定周期。",
    ),
    "month-without-year": (
        "这里写的是“{value}”，整张表和文件名都没有写是哪一年。",
        "请在表头上方写明年份（例如“周期：2024年第一季度”），或把月份写成2024-03，或在导入时指定周期。",
    ),
    "period-outside": ("“{value}”不在这张表的周期{period}之内。", "请改正月份，或改正表的周期。"),
    "period-disagrees": ("表里写的周期是{value}，导入时指定的是{given}。", "请核对后改正其中一个。"),
    "period-name-disagrees": (
        "文件名里的周期是{value}，表里或指定的周期是{given}。",
        "请核对后改正文件名或表里的周期。",
    ),
    "period-sheet-disagrees": (
        "工作表名里的周期是{value}，表里、文件名或指定的周期是{given}。",
        "请核对后改正工作表名或表里的周期。",
    ),
    "period-cells-disagree": ("这里写的周期是{value}，同一张表的另一处写的是{other}。", "请改成一致。"),
}
_CELLS = {
    "cell-error": ("“{column}”列这一格是公式错误{value}。", "请改正公式，或直接填写结果。"),
    "cell-struck-out": (
        "“{column}”列这一格有划掉的字，没划掉的是“{value}”。",
        "请核对应当是什么，把划掉的字从格子里删去，只留有效的内容。",
    ),
    "formula-without-value": (
        "“{column}”列这一格是公式，但文件里没有算出的结果。",
        "请用WPS或Excel打开文件，保存一次再导入；或直接填写结果。",
    ),
    "ditto-not-read": (
        "“{column}”列这里写的是“{value}”，意思是同上；但这一列不能照上一行读，或者紧挨着的上面没有可以照读的一格。",
        "请写出这一格自己的内容。",
    ),
    "missing-value": ("“{column}”没有填。", "请填写；不是记录的行请删除。"),
    "not-a-number": (
        "“{column}”应当是数，这里是“{value}”。",
        "请改为数；没有发生填0，不适用填“/”，免计填“免计”，还没有数据就留空。",
    ),
    "unit-differs": (
        "“{value}”这一列写的单位是{shown}，与数据项“{item}”的单位（{unit}）不同，不能照抄。",
        "请把这一列换算成“{unit}”，并改正表上写的单位；只是单位写错的，改正即可。",
    ),
    "sheet-unit-differs": (
        "表上写着“{value}”，而方案里“{item}”的单位是{unit}，照抄会差很多倍。",
        "请把数换算成“{unit}”，并改正表上的单位；只有个别列是这个单位的，请写在那一列的表头里。",
    ),
    "date-for-number": (
        "“{column}”应当是数，这里是日期{value}。",
        "可能是填写时被自动改成了日期：请把单元格格式改为“常规”后重新填写。",
    ),
    "percent-unknown": (
        "“{column}”的单位是%，这种文件格式看不出{value}是百分之几。",
        "请另存为xlsx再导入，或把数写成98这样的百分数。",
    ),
    "percent-for-count": (
        "“{item}”按{unit}计，这里却是百分数“{value}”，按它的小数计（98%就是0.98）。",
        "该填{unit}数的，请改好再导入；单元格被设成百分比格式的，请改为“常规”后核对数字。",
    ),
    "percent-suspicious": ("“{item}”的单位是%，这里是{value}，按{value}%计。", "如果是百分之几十，请写成98，或98%。"),
    "not-a-date": ("“{column}”应当是日期，这里是“{value}”。", "请写成2024-03-05、2024年3月5日或2024.3.5。"),
    "no-such-day": ("“{column}”里的“{value}”不是日历上有的日子。", "请改正日期。"),
    "day-missing": (
        "“{column}”只写到月（“{value}”），没有写是哪一天。",
        "请写到日，例如2024-03-05；不能只写月，更不会当作1日。",
    ),
    "month-lost-its-zero": (
        "“{column}”里的{value}可能是1月，也可能是10月（末位的0被表格去掉了）。",
        "请写成2024-01或2024-10这样的形式。",
    ),
    "staff-no-bad": ("“{value}”不能作为工号。", "请核对工号。"),
    "digits-lost": (
        "“{value}”是被表格改成数值的长号码，后面的数字已经丢失。",
        "请把这一列设为文本格式，重新填写原来的号码。",
    ),
    "id-number-damaged": (
        "身份证号“{value}”已被表格改成数值，只剩前15位，后面的已经丢失。",
        "请把这一列设为文本格式，重新填写原来的号码。",
    ),
    "id-number-check": (
        "身份证号“{value}”的校验码不对（GB 11643-1999），可能写错了一位。",
        "请对照身份证核对。",
    ),
    "id-number-bad": ("身份证号“{value}”不是18位（或15位）。", "请核对。"),
    "name-with-bracket": ("“{value}”连同括号一起记作姓名。", "括号里是说明的，请移到备注列，姓名列只留姓名。"),
    "person-missing": (
        "这一行有内容，但没有写是谁（工号、身份证号、姓名都是空的）。",
        "请填写工号；不是记录的行请删除。",
    ),
}
_RECORDS = {
    "ends-before-it-starts": ("“{column}”{value}早于开始日期{start}。", "请改正其中一个日期。"),
    "posting-twice": (
        "{name}（工号{value}）在第{first}行已有一段从{day}开始的任职。",
        "请改正任职起，或删除重复的一行。",
    ),
    "staff-no-of-two": (
        "工号{staff_no}在这里是“{value}”，在第{first}行是“{other}”。",
        "一个工号只能是一个人，请改正。",
    ),
    "id-number-of-two": ("身份证号{value}与第{first}行的{other}相同，工号却不同。", "请核对工号和身份证号。"),
    "absence-twice": ("同一个人、同一类型、从{value}开始的离岗在第{first}行已有。", "请删除重复的一行。"),
    "person-twice": (
        "{value}的数据在第{first}行已有，不知道以哪一行为准。",
        "请删除重复的一行；如果是同名的两个人，请填写工号。",
    ),
    "unknown-item": ("方案里没有叫“{value}”的数据项。", "请改为方案中数据项的名称或编码。"),
    "case-outside-period": (
        "结案日期{value}不在这张表的周期{period}之内。",
        "请改正日期，或把这件案件移到它结案的周期的表里。",
    ),
    "closed-before-filed": ("结案日期{value}早于立案日期{filed}。", "请改正其中一个日期。"),
    "case-twice": ("案号{value}在第{first}行已有。", "一件案件只能有一行，请删除重复的一行或改正案号。"),
    "case-numbers-several": ("“{value}”像是几个案号写在一格里。", "一件案件一行，请分开写。"),
    "cases-not-closed": ("有{count}件案件没有结案日期，当作未结案件，没有读。", "如果已经结案，请补上结案日期。"),
    "factor-without-reason": ("个案系数是{value}，但没有写系数说明。", "请在“系数说明”里写明理由和批准依据。"),
    "factor-below-zero": ("个案系数{value}小于0。", "请改正个案系数。"),
    "event-outside-period": (
        "日期{value}不在这张表的周期{period}之内。",
        "请改正日期，或把这件事移到它所在周期的台账里。",
    ),
    "nothing-but-person": (
        "零报告的行里写了人（{value}）。",
        "零报告表示没有任何人有事项：请清空工号和姓名，或写明事项。",
    ),
    "nothing-but-events": ("“{ledger}”台账写了零报告，第{row}行却有事项。", "请删除零报告的一行，或删除事项。"),
    "unknown-ledger": (
        "方案里没有提到“{value}”台账（提到的有：{known}）。",
        "请核对台账名称；名称写错的事项不会计分。",
    ),
    "division-short": ("“{value}”按花名册里的“{division}”读。", "不是这个部门的，请写部门的全称。"),
    "division-unknown": (
        "花名册里没有“{value}”这个部门（相近的：{near}），按姓名认人时要用到它。",
        "请改成花名册里的部门名称，或点“回答问题”选定（命令：--column '{value}=部门名称'，或 '{value}=忽略' 表示只按姓名认人）。",
    ),
    "ledger-near": (
        "没有叫“{value}”的台账，相近的有：{near}。是写错了吗？",
        "请改正台账名称，或点“回答问题”选定（命令：--column '{value}=台账名称'）；确实另有这个台账的，选“{value}”自己。",
    ),
    "event-twice": (
        "第{row}行与第{first}行完全一样（“{value}”），算作两件事。",
        "确实是两件事的，不必处理；写重了的，请删除一行。",
    ),
    "count-below-zero": ("次数{value}小于0。", "请改正次数。"),
    "ballot-twice": ("票号{value}在第{first}行已有（同一被测评人、同一类别）。", "请改正票号，或删除重复的一行。"),
    "ballots-blank": ("有{count}张票既没有评分也没有评价，当作弃权，没有读。", ""),
    "decision-twice": ("这个人的评定等次在第{first}行已有。", "请删除重复的一行。"),
    "decisions-empty": ("有{count}人没有填评定等次，保持未定。", ""),
}

_PACKAGES: dict[str, tuple[str, str]] = {
    "form-changed": (
        "“{file}”在查看以后被改动过，没有写入。",
        "请关闭正在打开它的程序（WPS、Excel），再填一次。",
    ),
    "form-not-xlsx": (
        "“{file}”不是 .xlsx 或 .xlsm 工作簿，不能保持原样填写。",
        "请用 WPS 或 Excel 打开它，另存为 .xlsx，再填。",
    ),
    "package-version": (
        "上报包的格式是第“{value}”版，本程序只认到第 {known} 版。",
        "请用更新后的衡绩导入，或者请报送法院用同一版程序重新生成。",
    ),
    "package-unreadable": ("上报包里的内容读不出来。", "请报送法院重新生成一份。"),
    "package-part-changed": (
        "上报包的“{part}”部分与生成时不同，被改动过或者不完整。",
        "请报送法院重新生成一份。",
    ),
    "package-digest-differs": (
        "上报包的校验值与内容不符，被改动过或者不完整。",
        "请报送法院重新生成一份。",
    ),
    "package-sheet-gone": ("上报包里少了“{value}”表。", "请报送法院重新生成一份。"),
    "package-cell-changed": (
        "这一格被改动过：生成时是“{wanted}”，现在是“{stands}”。",
        "请报送法院重新生成一份；数据要改，应在报送法院的考核库里改。",
    ),
}

SENTENCES: dict[str, tuple[str, str]] = {**_FILES, **_SHEETS, **_PERIODS, **_CELLS, **_RECORDS, **_PACKAGES}
