<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Archives</name>
    <message>
        <source> 年</source>
        <translation> </translation>
    </message>
    <message>
        <source>选择(&amp;B)…</source>
        <translation>Choose(&amp;B)…</translation>
    </message>
    <message>
        <source>全体人员(&amp;A)</source>
        <translation>Everybody(&amp;A)</translation>
    </message>
    <message>
        <source>一个部门(&amp;D)</source>
        <translation>One division(&amp;D)</translation>
    </message>
    <message>
        <source>选定的人(&amp;S)</source>
        <translation>Selected people(&amp;S)</translation>
    </message>
    <message>
        <source>姓名、工号或拼音</source>
        <translation>Name, staff number or pinyin</translation>
    </message>
    <message>
        <source>按住 Ctrl 或 Shift 可以选多个人</source>
        <translation>Hold Ctrl or Shift to select several people</translation>
    </message>
    <message>
        <source>年度(&amp;Y)</source>
        <translation>Year(&amp;Y)</translation>
    </message>
    <message>
        <source>存到(&amp;C)</source>
        <translation>Save to(&amp;C)</translation>
    </message>
    <message>
        <source>{year}年档案</source>
        <translation>Files of {year}</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>制作档案(&amp;M)</source>
        <translation>Make files(&amp;M)</translation>
    </message>
    <message>
        <source>打开这一册(&amp;I)</source>
        <translation>Open this volume(&amp;I)</translation>
    </message>
    <message>
        <source>打开文件夹(&amp;R)</source>
        <translation>Open folder(&amp;R)</translation>
    </message>
    <message>
        <source>制作 {count} 册档案(&amp;M)</source>
        <translation>Make {count} volumes(&amp;M)</translation>
    </message>
    <message>
        <source>档案存到哪个文件夹</source>
        <translation>Folder for the files</translation>
    </message>
    <message>
        <source>正在制作{year}年档案</source>
        <translation>Making the files of {year}</translation>
    </message>
    <message>
        <source>做好 {count} 册，用时 {seconds} 秒。</source>
        <translation>{count} volumes made in {seconds} seconds.</translation>
    </message>
    <message>
        <source>已停止。停止之前做好的档案留在文件夹里。</source>
        <translation>Stopped. Volumes made before that stay in the folder.</translation>
    </message>
    <message>
        <source>一人一册，一年一卷：封面、目录、基本情况、得分表、每项指标的由来，直到哪张表的哪一格。</source>
        <translation>One volume a person and year: cover, contents, particulars, scores, and where each indicator comes from, down to sheet and cell.</translation>
    </message>
    <message>
        <source>档案中有缺：{lines}{more}</source>
        <translation>Missing from the volumes: {lines}{more}</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>用时（秒）</source>
        <translation>Seconds</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>这一年还没有计算过任何周期，没有可以归档的得分。</source>
        <translation>Nothing has been computed for this year, so there are no scores to file.</translation>
    </message>
    <message>
        <source>等 {count} 项</source>
        <translation> and others, {count} in all</translation>
    </message>
    <message>
        <source>{what}（{count} 人）</source>
        <translation>{what} ({count} people)</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>考核库 (*.hj)</source>
        <translation>Books (*.hj)</translation>
    </message>
    <message>
        <source>备份到</source>
        <translation>Back up to</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>已备份并核对：{path}</source>
        <translation>Backed up and checked: {path}</translation>
    </message>
    <message>
        <source>正在备份</source>
        <translation>Backing up</translation>
    </message>
</context>
<context>
    <name>Computing</name>
    <message>
        <source>{period}已算好：{people} 人，数据都齐。</source>
        <translation>{period} is computed: {people} people, all figures there.</translation>
    </message>
    <message>
        <source>正在计算{period}</source>
        <translation>Computing {period}</translation>
    </message>
    <message>
        <source>正在计算 {count} 个周期</source>
        <translation>Computing {count} periods</translation>
    </message>
    <message>
        <source>{period}已算好：{people} 人，其中 {incomplete} 人缺数据。</source>
        <translation>{period} computed: {people} people, {incomplete} of them with data missing.</translation>
    </message>
    <message>
        <source>{count} 个周期已算好。</source>
        <translation>{count} periods computed.</translation>
    </message>
    <message>
        <source>有 {count} 条提示要看一看。</source>
        <translation> {count} notes to look at.</translation>
    </message>
    <message>
        <source>得分已经算好，下面这些请看一看：</source>
        <translation>The scores are computed; please look at these:</translation>
    </message>
    <message>
        <source>看提示</source>
        <translation>Show notes</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>这一年还没有得分。</source>
        <translation>No scores in this year.</translation>
    </message>
    <message>
        <source>月得分</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>季得分</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>同组平均</source>
        <translation>Mean of the set</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>衡绩</source>
        <translation>Hengji</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>未收到</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>可能要重报</source>
        <translation>May come again</translation>
    </message>
    <message>
        <source>已收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>已封存</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>未封存</source>
        <translation>Not sealed</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>法院</source>
        <translation>Court</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>期次</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>封存</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>未填数据</source>
        <translation>Missing figures</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>收到时间</source>
        <translation>Received at</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>做成时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>可以收下</source>
        <translation>Can be taken</translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>Please check</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>{court} {period}，{new}</source>
        <translation>{court} {period}, {new}</translation>
    </message>
    <message>
        <source>（原有的：{old}）</source>
        <translation> (so far: {old})</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>这里是上级法院收下级法院上报包的地方：哪些法院报了、缺谁，各院各指标组的合计和平均，等次占比；不排名次。</source>
        <translation>Here a higher court takes in the packages of the courts below: who handed in, who is missing, sums and means by court and set, shares of grades; no ranking.</translation>
    </message>
    <message>
        <source>这个考核库是{level}法院的，没有下级法院向它上报；要把本院的得分报上去，请到“上报”。</source>
        <translation>This book is of a {level} court, to which no court hands in; to hand in your own scores go to “Hand in”.</translation>
    </message>
    <message>
        <source>这个考核库没有写明是中级还是高级法院，不收上报包；要把本院的得分报上去，请到“上报”。</source>
        <translation>This book does not say that it is of a higher court, and takes no packages; to hand in your own scores go to “Hand in”.</translation>
    </message>
    <message>
        <source>上报包 (*.xlsx);;所有文件 (*)</source>
        <translation>Packages (*.xlsx);;All files (*)</translation>
    </message>
    <message>
        <source>收下 {count} 份上报包（批次 {batches}）。收错了，到“导入”页的导入记录里撤回。</source>
        <translation>{count} packages taken in (batch {batches}). A wrong one can be taken back on the page “Imports”.</translation>
    </message>
    <message>
        <source>Excel 表格 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>把下级法院的上报包拖到这里</source>
        <translation>Drop the packages of lower courts here</translation>
    </message>
    <message>
        <source>一次可以放几个；先给您看每一份是谁的、能不能收，再收下。</source>
        <translation>Several at once; first you see whose each is and whether it can be taken.</translation>
    </message>
    <message>
        <source>收上报包(&amp;O)…</source>
        <translation>Take packages in(&amp;O)…</translation>
    </message>
    <message>
        <source>登记法院(&amp;A)…</source>
        <translation>Expect courts(&amp;A)…</translation>
    </message>
    <message>
        <source>不再登记(&amp;D)…</source>
        <translation>Expect no longer(&amp;D)…</translation>
    </message>
    <message>
        <source>看这次导入(&amp;B)</source>
        <translation>Show the import(&amp;B)</translation>
    </message>
    <message>
        <source>导出汇总(&amp;E)…</source>
        <translation>Export summary(&amp;E)…</translation>
    </message>
    <message>
        <source>周期(&amp;Q)</source>
        <translation>Period(&amp;Q)</translation>
    </message>
    <message>
        <source>下级法院</source>
        <translation>Courts below</translation>
    </message>
    <message>
        <source>各指标组的合计和平均</source>
        <translation>Sums and means by set</translation>
    </message>
    <message>
        <source>等次占比</source>
        <translation>Shares of grades</translation>
    </message>
    <message>
        <source>缺的数据</source>
        <translation>Missing figures</translation>
    </message>
    <message>
        <source>还没有登记过法院，也没有收到上报包：先登记应当上报的法院，或者直接收上报包。</source>
        <translation>No court is expected yet and no package came: say which courts should hand in, or take packages in.</translation>
    </message>
    <message>
        <source>去上报</source>
        <translation>Go to “Hand in”</translation>
    </message>
    <message>
        <source>选择收到的上报包</source>
        <translation>Choose the packages received</translation>
    </message>
    <message>
        <source>已停止。停止之前收下的上报包已经在库里。</source>
        <translation>Stopped. The packages taken before that are in the book.</translation>
    </message>
    <message>
        <source>不再登记</source>
        <translation>Expect no longer</translation>
    </message>
    <message>
        <source>汇总存到</source>
        <translation>Save the summary as</translation>
    </message>
    <message>
        <source>收到 {came} 个法院的上报包。</source>
        <translation>Packages of {came} courts came.</translation>
    </message>
    <message>
        <source>登记应当上报的法院</source>
        <translation>Say which courts should hand in</translation>
    </message>
    <message>
        <source>正在读上报包</source>
        <translation>Reading packages</translation>
    </message>
    <message>
        <source>正在收下上报包</source>
        <translation>Taking packages in</translation>
    </message>
    <message>
        <source>不再等“{court}”上报？以后还可以再登记。</source>
        <translation>No longer expect “{court}”? It can be expected again later.</translation>
    </message>
    <message>
        <source>{period}各院上报汇总.xlsx</source>
        <translation>{period} summary of courts.xlsx</translation>
    </message>
    <message>
        <source>汇总已写成：{path}</source>
        <translation>Summary written: {path}</translation>
    </message>
    <message>
        <source>正在写汇总</source>
        <translation>Writing the summary</translation>
    </message>
    <message>
        <source>还缺 {count} 个：{names}。</source>
        <translation> {count} missing: {names}.</translation>
    </message>
    <message>
        <source>可能要重报：{names}。</source>
        <translation> May come again: {names}.</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>上级的表 (*.xlsx *.xlsm);;所有文件 (*)</source>
        <translation>Forms (*.xlsx *.xlsm);;All files (*)</translation>
    </message>
    <message>
        <source>记住了：{place} 填“{figure}”。同样的表以后自动填。</source>
        <translation>Remembered: {place} gets “{figure}”. The same form is filled so from now on.</translation>
    </message>
    <message>
        <source>表里没有认出要填的格。给该填的格设标记，程序就知道填什么。</source>
        <translation>No cell was found to fill. Set a mark in a cell to say what belongs there.</translation>
    </message>
    <message>
        <source>选上级的表(&amp;S)…</source>
        <translation>Choose form(&amp;S)…</translation>
    </message>
    <message>
        <source>工作表、单元格、要的是</source>
        <translation>Sheet, cell, what is asked</translation>
    </message>
    <message>
        <source>设标记(&amp;K)…</source>
        <translation>Set mark(&amp;K)…</translation>
    </message>
    <message>
        <source>不再记(&amp;J)</source>
        <translation>Forget mark(&amp;J)</translation>
    </message>
    <message>
        <source>写出填好的表(&amp;W)…</source>
        <translation>Write filled form(&amp;W)…</translation>
    </message>
    <message>
        <source>周期(&amp;C)</source>
        <translation>Period(&amp;C)</translation>
    </message>
    <message>
        <source>上级的表</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>还没有选上级法院发的表</source>
        <translation>No form chosen yet</translation>
    </message>
    <message>
        <source>没有填的</source>
        <translation>Not filled</translation>
    </message>
    <message>
        <source>只看(&amp;Y)</source>
        <translation>Show(&amp;Y)</translation>
    </message>
    <message>
        <source>每一格填什么</source>
        <translation>What goes into each cell</translation>
    </message>
    <message>
        <source>告诉程序某一格填什么数，以后同样的表自动填</source>
        <translation>Say which figure belongs into a cell; the same form is filled so from now on</translation>
    </message>
    <message>
        <source>去掉选中这一格的标记</source>
        <translation>Forget the mark of the selected cell</translation>
    </message>
    <message>
        <source>这里把一个周期的数填进上级法院发的表。还没有计算过任何周期：先去算分，再来填表。</source>
        <translation>Here the figures of a period go into the higher court's form. No period has been computed yet: compute one first.</translation>
    </message>
    <message>
        <source>选上级的表</source>
        <translation>Choose form</translation>
    </message>
    <message>
        <source>选择上级法院发的表</source>
        <translation>Choose the higher court's form</translation>
    </message>
    <message>
        <source>{place} 的标记去掉了。</source>
        <translation>The mark of {place} is forgotten.</translation>
    </message>
    <message>
        <source>填好的表存到</source>
        <translation>Save the filled form as</translation>
    </message>
    <message>
        <source>共 {count} 处：{told}。</source>
        <translation>{count} places: {told}.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>填的</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>去得分页</source>
        <translation>Go to scores</translation>
    </message>
    <message>
        <source>正在读上级的表</source>
        <translation>Reading the form</translation>
    </message>
    <message>
        <source>{form}-已填{suffix}</source>
        <translation>{form}-filled{suffix}</translation>
    </message>
    <message>
        <source>Excel 表格 (*{suffix})</source>
        <translation>Excel workbook (*{suffix})</translation>
    </message>
    <message>
        <source>正在填上级的表</source>
        <translation>Filling the form</translation>
    </message>
    <message>
        <source>已填好：{path}，填了 {count} 格，下面逐格列着。</source>
        <translation>Filled: {path}, {count} cells, all of them listed below.</translation>
    </message>
    <message>
        <source>重新计算</source>
        <translation>Compute again</translation>
    </message>
    <message>
        <source>选上级法院发的表（.xlsx 或 .xlsm），或者把它拖到这里。
程序认出要填的格，先列给您看：填在哪里、填什么、凭什么。
写出的是另一份，原表的版式、公式、打印设置都不动。</source>
        <translation>Choose the higher court's form (.xlsx or .xlsm), or drop it here.
The program finds the cells to fill and lists them first: where, what and why.
A copy is written; layout, formulas and print set-up of the form stay as they are.</translation>
    </message>
    <message>
        <source>{period}计算之后数据又有改动，重新计算以后才能填表。</source>
        <translation>Data changed after {period} was computed; compute it again before filling the form.</translation>
    </message>
    <message>
        <source>已停止，没有读完。</source>
        <translation>Stopped before the form was read.</translation>
    </message>
    <message>
        <source>已停止，没有写成。</source>
        <translation>Stopped; nothing was written.</translation>
    </message>
    <message>
        <source>表里的空行不够，这个人没有填进去</source>
        <translation>The form has no free row left for this person</translation>
    </message>
    <message>
        <source>不动</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>空着</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>要您看</source>
        <translation>Look here</translation>
    </message>
    <message>
        <source>放不下</source>
        <translation>No room</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>单元格</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>要的是</source>
        <translation>Asked for</translation>
    </message>
    <message>
        <source>应填</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>凭什么</source>
        <translation>By</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>已填</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>会填</source>
        <translation>Fill</translation>
    </message>
    <message>
        <source>您的标记</source>
        <translation>Your mark</translation>
    </message>
    <message>
        <source>单元格名</source>
        <translation>Cell name</translation>
    </message>
    <message>
        <source>占位文字</source>
        <translation>Placeholder</translation>
    </message>
    <message>
        <source>表头</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>{why}“{stood}”，没有动；要改写，给这一格设标记</source>
        <translation>{why} “{stood}”, kept; to replace it set a mark in this cell</translation>
    </message>
    <message>
        <source>原来是“{stood}”，按标记改写</source>
        <translation>Was “{stood}”, replaced by your mark</translation>
    </message>
    <message>
        <source>{why}；要填，给该填的格设标记</source>
        <translation>{why}; to fill it set a mark in the cell</translation>
    </message>
    <message>
        <source>在表里点一格，再选这一格要填什么数。程序记住这个标记，下个周期同样的表自动填；那一格原有的内容会被改写。</source>
        <translation>Click a cell of the form and choose what belongs there. The mark is remembered, and the same form is filled so next time; what stands in the cell is replaced.</translation>
    </message>
    <message>
        <source>设标记</source>
        <translation>Set mark</translation>
    </message>
    <message>
        <source>记住(&amp;R)</source>
        <translation>Remember(&amp;R)</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>例如 平均分(法官)、合计(结案数,法官)、总分:工号</source>
        <translation>for example 平均分(法官), 合计(结案数,法官), 总分:工号</translation>
    </message>
    <message>
        <source>表格内容</source>
        <translation>The sheet</translation>
    </message>
    <message>
        <source>工作表(&amp;S)</source>
        <translation>Sheet(&amp;S)</translation>
    </message>
    <message>
        <source>单元格(&amp;C)</source>
        <translation>Cell(&amp;C)</translation>
    </message>
    <message>
        <source>填什么(&amp;W)</source>
        <translation>Figure(&amp;W)</translation>
    </message>
    <message>
        <source>现在是</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>不明白“{asked}”是什么数；下拉列表里是能填的。</source>
        <translation>“{asked}” is not understood; the list offers what can be filled in.</translation>
    </message>
    <message>
        <source>现在没有数：{why}。</source>
        <translation>No figure now: {why}.</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>完整</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>待补</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>不进行考核</source>
        <translation>Not evaluated</translation>
    </message>
    <message>
        <source>不确定等次</source>
        <translation>No grade yet</translation>
    </message>
    <message>
        <source>指标组</source>
        <translation>Indicator set</translation>
    </message>
    <message>
        <source>总分合计</source>
        <translation>Sum of totals</translation>
    </message>
    <message>
        <source>平均分</source>
        <translation>Mean</translation>
    </message>
    <message>
        <source>等次池</source>
        <translation>Grade pool</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>其中已评定</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>未填人数</source>
        <translation>People missing</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>建议等次</source>
        <translation>Proposed grade</translation>
    </message>
    <message>
        <source>评定等次</source>
        <translation>Decided grade</translation>
    </message>
    <message>
        <source>（未分组）</source>
        <translation>(no set)</translation>
    </message>
    <message>
        <source>上下级</source>
        <translation>Courts</translation>
    </message>
    <message>
        <source>上报(&amp;U)</source>
        <translation>Hand in(&amp;U)</translation>
    </message>
    <message>
        <source>下级法院(&amp;L)</source>
        <translation>Courts below(&amp;L)</translation>
    </message>
    <message>
        <source>填上级的表(&amp;T)</source>
        <translation>Fill a form(&amp;T)</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>{count} 个文件不能收，原因写在各行；其余的照样可以收下。</source>
        <translation>{count} files cannot be taken, for the reasons told; the others can.</translation>
    </message>
    <message>
        <source>一行一个法院：代码、空格、名称；没有代码的只写名称。可以从表格里整列复制过来，登记过的不会重复。</source>
        <translation>One court a line: code, blank, name; only the name where there is no code. Columns can be pasted from a sheet; known courts are not doubled.</translation>
    </message>
    <message>
        <source>收上报包</source>
        <translation>Take packages in</translation>
    </message>
    <message>
        <source>上报包</source>
        <translation>Packages</translation>
    </message>
    <message>
        <source>问过了，是改了名：用上报包里的院名(&amp;N)</source>
        <translation>Asked, the court has a new name: use that of the package(&amp;N)</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>和已经收下的完全一样，没有什么要收的。</source>
        <translation>The same as what was taken before; there is nothing to take.</translation>
    </message>
    <message>
        <source>收下以前先看一看；收错了可以在“导入”页的导入记录里撤回。</source>
        <translation>Look before taking them in; a wrong one can be taken back on the page “Imports”.</translation>
    </message>
    <message>
        <source>没有可以收下的；{count} 个文件不能收，原因写在各行。</source>
        <translation>Nothing can be taken; {count} files are refused, for the reasons told.</translation>
    </message>
    <message>
        <source>0681 溪山县人民法院
0682 云岭县人民法院</source>
        <translation>0681 溪山县人民法院
0682 云岭县人民法院</translation>
    </message>
    <message>
        <source>登记(&amp;R)</source>
        <translation>Expect(&amp;R)</translation>
    </message>
    <message>
        <source>重新核对(&amp;T)</source>
        <translation>Check again(&amp;T)</translation>
    </message>
    <message>
        <source>法院(&amp;C)</source>
        <translation>Courts(&amp;C)</translation>
    </message>
    <message>
        <source>收下 {count} 份(&amp;T)</source>
        <translation>Take {count}(&amp;T)</translation>
    </message>
    <message>
        <source>{period}第 {issue} 期（{sealed}），{scheme}：{people} 人，{sets} 个指标组。</source>
        <translation>{period}, issue {issue} ({sealed}), {scheme}: {people} people, {sets} indicator sets.</translation>
    </message>
    <message>
        <source>上报包已做好：{path}（{period}第 {issue} 期，{listed}）。交出去之前一格也不要改。</source>
        <translation>Package written: {path} ({period}, issue {issue}, {listed}). Do not change a cell of it.</translation>
    </message>
    <message>
        <source>附人员名单（按工号，不排名次）(&amp;N)</source>
        <translation>With the people (by staff number, no places)(&amp;N)</translation>
    </message>
    <message>
        <source>不勾时只报汇总数，上报包里没有任何人的姓名和得分</source>
        <translation>Otherwise only sums go in, and no name or score of anybody</translation>
    </message>
    <message>
        <source>做上报包(&amp;M)…</source>
        <translation>Make package(&amp;M)…</translation>
    </message>
    <message>
        <source>周期(&amp;P)</source>
        <translation>Period(&amp;P)</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>这里把一个周期的得分做成上报包，交给上级法院。还没有计算过任何周期：先去算分，再来上报。</source>
        <translation>Here the scores of a period become a package for the higher court. No period has been computed yet: compute one first.</translation>
    </message>
    <message>
        <source>上报包存到</source>
        <translation>Save the package as</translation>
    </message>
    <message>
        <source>去得分页(&amp;G)</source>
        <translation>Go to scores(&amp;G)</translation>
    </message>
    <message>
        <source>{period}计算之后数据又有改动，得分已不是最新的，重新计算以后才能上报。</source>
        <translation>Data changed after {period} was computed; compute it again before handing it in.</translation>
    </message>
    <message>
        <source>{court}{period}上报包.xlsx</source>
        <translation>{court} {period} package.xlsx</translation>
    </message>
    <message>
        <source>附 {count} 人名单</source>
        <translation>with {count} people</translation>
    </message>
    <message>
        <source>重新计算(&amp;R)</source>
        <translation>Compute again(&amp;R)</translation>
    </message>
    <message>
        <source>不附名单</source>
        <translation>without people</translation>
    </message>
    <message>
        <source>已停止，没有写成上报包。</source>
        <translation>Stopped; no package was written.</translation>
    </message>
    <message>
        <source>正在做{period}的上报包</source>
        <translation>Making the package of {period}</translation>
    </message>
</context>
<context>
    <name>HandingIn</name>
    <message>
        <source>部门</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>未交</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>未交齐</source>
        <translation>In part</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>有错退回</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>已采用</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>迟交</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>State</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Lacking</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>待答</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>最近的文件</source>
        <translation>Newest file</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>单元格</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>现在写的</source>
        <translation>What stands there</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>退回的原因</source>
        <translation>Why it was sent back</translation>
    </message>
    <message>
        <source>复制全部(&amp;C)</source>
        <translation>Copy all(&amp;C)</translation>
    </message>
    <message>
        <source>导入改好的表(&amp;O)</source>
        <translation>Import the mended sheet(&amp;O)</translation>
    </message>
    <message>
        <source>{division} {sheet}：{file}</source>
        <translation>{division} {sheet}: {file}</translation>
    </message>
    <message>
        <source>模板放在哪个文件夹</source>
        <translation>Folder for the templates</translation>
    </message>
    <message>
        <source>做好 {count} 个部门的模板，共 {sheets} 张表：{folder}</source>
        <translation>Templates for {count} divisions, {sheets} sheets: {folder}</translation>
    </message>
    <message>
        <source>催报单存到</source>
        <translation>Save the reminder as</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Word 文档 (*.docx);;Excel 表格 (*.xlsx)</source>
        <translation>PDF (*.pdf);;Word document (*.docx);;Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>收表</source>
        <translation>Handing in</translation>
    </message>
    <message>
        <source>导出模板(&amp;M)…</source>
        <translation>Export templates(&amp;M)…</translation>
    </message>
    <message>
        <source>打印催报单(&amp;B)…</source>
        <translation>Print reminder(&amp;B)…</translation>
    </message>
    <message>
        <source>全部部门</source>
        <translation>All divisions</translation>
    </message>
    <message>
        <source>还没收齐的</source>
        <translation>Those still owing</translation>
    </message>
    <message>
        <source>周期(&amp;P)</source>
        <translation>Period(&amp;P)</translation>
    </message>
    <message>
        <source>只看(&amp;K)</source>
        <translation>Only(&amp;K)</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>{period}，{due} 前报送</source>
        <translation>{period}, due {due}</translation>
    </message>
    <message>
        <source>有 {count} 张退回的表对不上该报的表：{names}。请核对表上的部门和种类。</source>
        <translation>{count} refused sheets match none that is expected: {names}. Check division and kind on them.</translation>
    </message>
    <message>
        <source>这个周期没有单独要报的表：方案里没有在这种周期计分、要各部门填报的数据项。</source>
        <translation>No sheets of their own are due for this period: the scheme scores no item that divisions hand in for it.</translation>
    </message>
    <message>
        <source>{period}催报单.pdf</source>
        <translation>{period} reminder.pdf</translation>
    </message>
    <message>
        <source>催报单已写成：{path}</source>
        <translation>Reminder written: {path}</translation>
    </message>
    <message>
        <source>正在写催报单</source>
        <translation>Writing the reminder</translation>
    </message>
    <message>
        <source>{period}，没有设报送期限</source>
        <translation>{period}, no due day set</translation>
    </message>
    <message>
        <source>{period}模板</source>
        <translation>{period} templates</translation>
    </message>
    <message>
        <source>正在做{period}的模板</source>
        <translation>Making templates of {period}</translation>
    </message>
    <message>
        <source>打开打印</source>
        <translation>Open to print</translation>
    </message>
    <message>
        <source>已停止。停止之前做好的模板留在文件夹里：{folder}</source>
        <translation>Stopped. The templates made before stay in the folder: {folder}</translation>
    </message>
    <message>
        <source>免报</source>
        <translation>Waived</translation>
    </message>
    <message>
        <source>随季报</source>
        <translation>With the quarter</translation>
    </message>
    <message>
        <source>{standing}（缺 {count} 格）</source>
        <translation>{standing} ({count} cells missing)</translation>
    </message>
    <message>
        <source>{standing}（一件也没有）</source>
        <translation>{standing} (not one case)</translation>
    </message>
    <message>
        <source>{reason}（{by}，{at}）</source>
        <translation>{reason} ({by}, {at})</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>恢复要报(&amp;W)…</source>
        <translation>Want again(&amp;W)…</translation>
    </message>
    <message>
        <source>本期免报(&amp;W)…</source>
        <translation>Waive for this period(&amp;W)…</translation>
    </message>
    <message>
        <source>恢复要报</source>
        <translation>Want again</translation>
    </message>
    <message>
        <source>本期免报</source>
        <translation>Waive for this period</translation>
    </message>
    <message>
        <source>为什么又要报{names}？（会记入改动记录）</source>
        <translation>Why is {names} wanted again? (kept in the history)</translation>
    </message>
    <message>
        <source>为什么本期不用报{names}？（会记入改动记录）</source>
        <translation>Why is {names} not needed for this period? (kept in the history)</translation>
    </message>
    <message>
        <source>已恢复要报：{names}。</source>
        <translation>Wanted again: {names}.</translation>
    </message>
    <message>
        <source>已记为本期免报：{names}。催报单不再列它，点“恢复要报”可以撤回。</source>
        <translation>Waived for this period: {names}. Reminders leave it out; “Want again” takes it back.</translation>
    </message>
    <message>
        <source>看退回的原因(&amp;O)</source>
        <translation>Why it was sent back(&amp;O)</translation>
    </message>
    <message>
        <source>去导入(&amp;O)</source>
        <translation>Go and take it in(&amp;O)</translation>
    </message>
    <message>
        <source>应报 {count} 张：{told}。</source>
        <translation>{count} sheets expected: {told}. </translation>
    </message>
    <message>
        <source>另有 {count} 张本期免报。</source>
        <translation>{count} more are waived for this period. </translation>
    </message>
    <message>
        <source>双击一格：退回的看原因，其他的去导入；右键可以记免报。</source>
        <translation>Double-click a cell: why it was sent back, or take it in; right-click to waive it.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>衡绩 帮助</source>
        <translation>Hengji Help</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>这一行写的</source>
        <translation>What stood there</translation>
    </message>
    <message>
        <source>按回答重新读(&amp;R)</source>
        <translation>Read again with the answers(&amp;R)</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>请回答</source>
        <translation>Please answer</translation>
    </message>
    <message>
        <source>（是哪一个？）</source>
        <translation>(Which one is it?)</translation>
    </message>
    <message>
        <source>（是哪一位？）</source>
        <translation>(Who is it?)</translation>
    </message>
    <message>
        <source>（这一列是什么？）</source>
        <translation>(What is this column?)</translation>
    </message>
    <message>
        <source>回答问题(&amp;Q)…</source>
        <translation>Answer questions(&amp;Q)…</translation>
    </message>
    <message>
        <source>上期</source>
        <translation>Last period</translation>
    </message>
    <message>
        <source>等您回答</source>
        <translation>Waits for answers</translation>
    </message>
    <message>
        <source>有 {count} 个问题要您回答，答完就能采用。</source>
        <translation>{count} questions wait for your answers; then it can be taken.</translation>
    </message>
    <message>
        <source>列和部门名称的回答在采用这张表时记住，同样的表以后不再问；人的回答只管这一次的文件。没有把握的先不选，问清楚再来。</source>
        <translation>Answers about columns and names of divisions are remembered when the sheet is taken, and such a sheet is not asked about again; answers about people hold for these files only. Leave open what you are not sure of.</translation>
    </message>
    <message>
        <source>批次 {batch}（{file}）已撤回，内容恢复成导入之前的样子。</source>
        <translation>Batch {batch} ({file}) was taken back; everything is as it was before the import.</translation>
    </message>
    <message>
        <source>没有写理由，不能撤回。请写一句为什么撤回“{file}”：</source>
        <translation>It cannot be taken back without a reason. Please write why “{file}” is taken back:</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>按表上写的</source>
        <translation>As the sheet tells</translation>
    </message>
    <message>
        <source>表是完整的：库里有、表上没有的一并去掉(&amp;W)</source>
        <translation>Sheets are complete: remove what the book has and they do not(&amp;W)</translation>
    </message>
    <message>
        <source>清空(&amp;L)</source>
        <translation>Clear(&amp;L)</translation>
    </message>
    <message>
        <source>采用(&amp;T)</source>
        <translation>Take(&amp;T)</translation>
    </message>
    <message>
        <source>表上没写周期时，算作(&amp;P)</source>
        <translation>Period if the sheet tells none(&amp;P)</translation>
    </message>
    <message>
        <source>导入表格</source>
        <translation>Import sheets</translation>
    </message>
    <message>
        <source>导入记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>表格 ({suffixes});;所有文件 (*)</source>
        <translation>Sheets ({suffixes});;All files (*)</translation>
    </message>
    <message>
        <source>选择要导入的表格</source>
        <translation>Choose sheets to import</translation>
    </message>
    <message>
        <source>正在读取表格</source>
        <translation>Reading sheets</translation>
    </message>
    <message>
        <source>正在写入考核库</source>
        <translation>Writing to the book</translation>
    </message>
    <message>
        <source>读到的内容先在这里给您看：哪里有问题、会改动什么。点“采用”之前，考核库一点不动。</source>
        <translation>What was read is shown here first: what is wrong and what would change. The book stays untouched until you press Take.</translation>
    </message>
    <message>
        <source>这个考核库现在只能查看，不能导入。</source>
        <translation>This book is open for reading only; nothing can be imported.</translation>
    </message>
    <message>
        <source>可以采用 {files} 个文件：新增 {added} 条，改动 {changed} 条。</source>
        <translation>{files} files can be taken: {added} added, {changed} changed. </translation>
    </message>
    <message>
        <source>{files} 个文件有问题，整个文件都不会采用；在表里改好后重新放进来。</source>
        <translation>{files} files have faults and will not be taken at all; mend them and drop them again.</translation>
    </message>
    <message>
        <source>和考核库里的完全一样，没有什么要采用的。</source>
        <translation>Exactly what the book already has; nothing to take.</translation>
    </message>
    <message>
        <source>已采用 {sheets} 张表：新增 {added} 条，改动 {changed} 条（批次 {batches}）。</source>
        <translation>{sheets} sheets taken: {added} added, {changed} changed (batch {batches}).</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>读到</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>撤回这次导入(&amp;U)…</source>
        <translation>Take this import back(&amp;U)…</translation>
    </message>
    <message>
        <source>撤回会把这次导入改动的每一项恢复成导入之前的样子，并留下记录。</source>
        <translation>Taking back restores everything this import changed, and leaves a record.</translation>
    </message>
    <message>
        <source>还没有导入过任何表格。</source>
        <translation>Nothing has been imported yet.</translation>
    </message>
    <message>
        <source>撤回批次 {batch}</source>
        <translation>Take back batch {batch}</translation>
    </message>
    <message>
        <source>为什么撤回“{file}”？（会记入改动记录）</source>
        <translation>Why take back “{file}”? (kept in the history)</translation>
    </message>
    <message>
        <source>正在撤回</source>
        <translation>Taking back</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>没当数据的行</source>
        <translation>Rows passed over</translation>
    </message>
    <message>
        <source>选择文件(&amp;O)…</source>
        <translation>Choose files(&amp;O)…</translation>
    </message>
    <message>
        <source>花名册、离岗、方案、数据、案件、台账、测评都可以，一次可以放几个文件；是什么表、表头在哪一行，程序自己认。</source>
        <translation>Rosters, absences, schemes, data, cases, ledgers, ratings; several files at once. What a sheet is and where its header stands is found out.</translation>
    </message>
    <message>
        <source>把表格文件拖到这里</source>
        <translation>Drop sheets here</translation>
    </message>
    <message>
        <source>已采用</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>可以采用</source>
        <translation>Can be taken</translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>先要改好</source>
        <translation>Mend first</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>认不出</source>
        <translation>Not recognised</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>不变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>单元格</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>现在写的</source>
        <translation>What stands there</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>为什么不算数据</source>
        <translation>Why it is no record</translation>
    </message>
    <message>
        <source>（无）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>（去掉）</source>
        <translation>(removed)</translation>
    </message>
    <message>
        <source>（没有写）</source>
        <translation>(not told)</translation>
    </message>
    <message>
        <source>怎么答的</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>最近用于</source>
        <translation>Used last for</translation>
    </message>
    <message>
        <source>表头</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>当时的回答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>（没有问，程序认得或者不读）</source>
        <translation>(not asked: known, or not read)</translation>
    </message>
    <message>
        <source>记着</source>
        <translation>Remembered</translation>
    </message>
    <message>
        <source>已忘记：{why}</source>
        <translation>Forgotten: {why}</translation>
    </message>
    <message>
        <source>表格版式</source>
        <translation>Layouts of sheets</translation>
    </message>
    <message>
        <source>表格版式(&amp;M)…</source>
        <translation>Layouts of sheets(&amp;M)…</translation>
    </message>
    <message>
        <source>改答(&amp;A)…</source>
        <translation>Change the answer(&amp;A)…</translation>
    </message>
    <message>
        <source>忘记这种版式(&amp;F)…</source>
        <translation>Forget this layout(&amp;F)…</translation>
    </message>
    <message>
        <source>恢复这种版式(&amp;F)…</source>
        <translation>Bring this layout back(&amp;F)…</translation>
    </message>
    <message>
        <source>导入时答过的列记在这里，同一部门同样的表不再问。改答和忘记从下一张表起有效，已经采用的数据不变；忘记了的可以恢复。</source>
        <translation>Columns answered while taking sheets in are remembered here, so that the same sheet of the same division is not asked about again. Changing and forgetting hold from the next sheet on; figures taken in stay. What was forgotten can be brought back.</translation>
    </message>
    <message>
        <source>选中的列是(&amp;I)</source>
        <translation>The chosen column is(&amp;I)</translation>
    </message>
    <message>
        <source>还没有记住任何版式：导入时没有问过哪一列是什么。</source>
        <translation>No layout is remembered yet: no column had to be asked about.</translation>
    </message>
    <message>
        <source>为什么“{header}”改答成“{answer}”？（会记入改动记录）</source>
        <translation>Why is “{header}” now “{answer}”? (kept in the history)</translation>
    </message>
    <message>
        <source>改答</source>
        <translation>Change the answer</translation>
    </message>
    <message>
        <source>恢复版式</source>
        <translation>Bring a layout back</translation>
    </message>
    <message>
        <source>为什么恢复这种版式？（会记入改动记录）</source>
        <translation>Why is this layout brought back? (kept in the history)</translation>
    </message>
    <message>
        <source>忘记版式</source>
        <translation>Forget a layout</translation>
    </message>
    <message>
        <source>为什么忘记这种版式？以后遇到会再问。（会记入改动记录）</source>
        <translation>Why is this layout forgotten? It will be asked about again. (kept in the history)</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Division</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>考核库(&amp;F)</source>
        <translation>Book(&amp;F)</translation>
    </message>
    <message>
        <source>新建(&amp;N)…</source>
        <translation>New(&amp;N)…</translation>
    </message>
    <message>
        <source>打开(&amp;O)…</source>
        <translation>Open(&amp;O)…</translation>
    </message>
    <message>
        <source>看看示例法院(&amp;D)…</source>
        <translation>Sample court(&amp;D)…</translation>
    </message>
    <message>
        <source>备份(&amp;B)…</source>
        <translation>Back up(&amp;B)…</translation>
    </message>
    <message>
        <source>关闭考核库(&amp;C)</source>
        <translation>Close(&amp;C)</translation>
    </message>
    <message>
        <source>退出(&amp;Q)</source>
        <translation>Quit(&amp;Q)</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>View(&amp;V)</translation>
    </message>
    <message>
        <source>查找(&amp;F)</source>
        <translation>Find(&amp;F)</translation>
    </message>
    <message>
        <source>刷新(&amp;R)</source>
        <translation>Refresh(&amp;R)</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>Help(&amp;H)</translation>
    </message>
    <message>
        <source>本页帮助(&amp;H)</source>
        <translation>Help on this page(&amp;H)</translation>
    </message>
    <message>
        <source>关于衡绩(&amp;A)</source>
        <translation>About Hengji(&amp;A)</translation>
    </message>
</context>
<context>
    <name>NewBook</name>
    <message>
        <source>新建考核库</source>
        <translation>New book</translation>
    </message>
    <message>
        <source>例如：某市中级人民法院</source>
        <translation>e.g. Intermediate People’s Court of some city</translation>
    </message>
    <message>
        <source>可以不填</source>
        <translation>may be left empty</translation>
    </message>
    <message>
        <source>（不选）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>选择(&amp;B)…</source>
        <translation>Choose(&amp;B)…</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>法院全称(&amp;C)＊</source>
        <translation>Court(&amp;C)＊</translation>
    </message>
    <message>
        <source>法院代码(&amp;D)</source>
        <translation>Code(&amp;D)</translation>
    </message>
    <message>
        <source>层级(&amp;L)</source>
        <translation>Level(&amp;L)</translation>
    </message>
    <message>
        <source>存为(&amp;F)＊</source>
        <translation>File(&amp;F)＊</translation>
    </message>
    <message>
        <source>一个法院的全部考核内容都存在这一个文件里。请放在本机硬盘上，不要放在网络共享文件夹里。</source>
        <translation>Everything of one court is kept in this one file. Put it on this computer’s disk, not on a network share.</translation>
    </message>
    <message>
        <source>考核库 (*.hj)</source>
        <translation>Books (*.hj)</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>考核库 (*.hj);;所有文件 (*)</source>
        <translation>Books (*.hj);;All files (*)</translation>
    </message>
    <message>
        <source>打开考核库</source>
        <translation>Open a book</translation>
    </message>
    <message>
        <source>正在制作示例法院</source>
        <translation>Making the sample court</translation>
    </message>
    <message>
        <source>这里已经有一所示例法院：{path}
直接打开它吗？</source>
        <translation>A sample court is already here: {path}
Open it?</translation>
    </message>
    <message>
        <source>看看示例法院</source>
        <translation>Sample court</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>最近算出</source>
        <translation>Computed last</translation>
    </message>
    <message>
        <source>缺数据</source>
        <translation>Data missing</translation>
    </message>
    <message>
        <source>要重新计算</source>
        <translation>To compute again</translation>
    </message>
    <message>
        <source>接下来</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>各周期</source>
        <translation>Periods</translation>
    </message>
    <message>
        <source>导入方案和数据之后，这里列出每个月、季度和年度。</source>
        <translation>After scheme and data are imported, every month, quarter and year is listed here.</translation>
    </message>
    <message>
        <source>在 {count} 个部门</source>
        <translation>in {count} divisions</translation>
    </message>
    <message>
        <source>还没有计算过</source>
        <translation>nothing computed yet</translation>
    </message>
    <message>
        <source>{count} 人</source>
        <translation>{count} people</translation>
    </message>
    <message>
        <source>计算后数据有改动</source>
        <translation>data changed since</translation>
    </message>
    <message>
        <source>都是最新的</source>
        <translation>all up to date</translation>
    </message>
    <message>
        <source>{count} 个周期</source>
        <translation>{count} periods</translation>
    </message>
    <message>
        <source>没有等着要办的事。</source>
        <translation>Nothing waits to be done.</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>计算时间</source>
        <translation>Computed at</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>已封存</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>未计算</source>
        <translation>Not computed</translation>
    </message>
    <message>
        <source>数据有变</source>
        <translation>Data changed</translation>
    </message>
    <message>
        <source>已算</source>
        <translation>Computed</translation>
    </message>
    <message>
        <source>先导入花名册（工号、姓名、人员类别、部门），再导入方案和各部门的数据。</source>
        <translation>Import the roster first (staff number, name, category, division), then the scheme and the divisions’ data.</translation>
    </message>
    <message>
        <source>去导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>人员已经有了。接着导入方案和各部门的数据，就可以计算得分。</source>
        <translation>The people are there. Import the scheme and the divisions’ data to compute scores.</translation>
    </message>
    <message>
        <source>计算之后数据又有改动，要重新计算：{periods}。</source>
        <translation>Data changed after computing; compute again: {periods}.</translation>
    </message>
    <message>
        <source>重新计算</source>
        <translation>Compute again</translation>
    </message>
    <message>
        <source>已有数据，还没有计算：{periods}。</source>
        <translation>Data are there, not yet computed: {periods}.</translation>
    </message>
    <message>
        <source>全部计算</source>
        <translation>Compute all</translation>
    </message>
    <message>
        <source>{titles}等 {count} 个周期</source>
        <translation>{titles} and others, {count} periods</translation>
    </message>
    <message>
        <source>{period}有 {count} 人缺数据，没有总分和名次。</source>
        <translation>{period}: {count} people have data missing, no total and no rank.</translation>
    </message>
    <message>
        <source>看看缺什么</source>
        <translation>See what is missing</translation>
    </message>
    <message>
        <source>得分都是最新的、完整的。可以做{year}年个人档案了。</source>
        <translation>All scores are up to date and complete. The files of {year} can be made.</translation>
    </message>
    <message>
        <source>去做档案</source>
        <translation>Make files</translation>
    </message>
    <message>
        <source>{period}算好了，还没有办结：看看离评定、公示、封存还差什么。</source>
        <translation>{period} is computed and not closed yet: see what decision, publication and seal still need.</translation>
    </message>
    <message>
        <source>去评定</source>
        <translation>To the decisions</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>姓名、工号或拼音，如 zxm</source>
        <translation>Name, staff number or pinyin, e.g. zxm</translation>
    </message>
    <message>
        <source>部门(&amp;D)</source>
        <translation>Division(&amp;D)</translation>
    </message>
    <message>
        <source>类别(&amp;T)</source>
        <translation>Category(&amp;T)</translation>
    </message>
    <message>
        <source>全部部门</source>
        <translation>All divisions</translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>这个库里还没有人员。先导入花名册，其他表才知道在说谁。</source>
        <translation>There are no people in this book yet. Import the roster first, so that other sheets can name them.</translation>
    </message>
    <message>
        <source>去导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>没有符合条件的人员。</source>
        <translation>Nobody fits.</translation>
    </message>
    <message>
        <source>共 {every} 人</source>
        <translation>{every} people</translation>
    </message>
    <message>
        <source>{shown} 人，共 {every} 人</source>
        <translation>{shown} of {every} people</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>人员类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>法官等级</source>
        <translation>Judge grade</translation>
    </message>
    <message>
        <source>职级</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>指标组</source>
        <translation>Indicator set</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>至今</source>
        <translation>now</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止</source>
        <translation>To</translation>
    </message>
    <message>
        <source>条线</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>来自</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>离岗类型</source>
        <translation>Kind of absence</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>在左边选一个人，这里显示任职、离岗和改动记录。</source>
        <translation>Choose somebody at the left to see postings, absences and changes.</translation>
    </message>
    <message>
        <source>工号 {staff_no}</source>
        <translation>Staff no. {staff_no}</translation>
    </message>
    <message>
        <source>任职</source>
        <translation>Postings</translation>
    </message>
    <message>
        <source>离岗</source>
        <translation>Absences</translation>
    </message>
    <message>
        <source>改动记录</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>政治面貌</source>
        <translation>Political status</translation>
    </message>
    <message>
        <source>学历</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>Identity no.</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>工号、姓名或部门</source>
        <translation>Staff number, name or division</translation>
    </message>
</context>
<context>
    <name>Periods</name>
    <message>
        <source>全年</source>
        <translation>Whole year</translation>
    </message>
    <message>
        <source> 年</source>
        <translation> </translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Period</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>收表</source>
        <translation>Handing in</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>档案</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>上下级</source>
        <translation>Courts</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>评定</source>
        <translation>Decisions</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>错误</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>单元格</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>现在写的</source>
        <translation>What stands there</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>没有办成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>有 {count} 处需要先改好，什么都没有写入：</source>
        <translation>{count} places must be mended first; nothing was written:</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>Program fault</translation>
    </message>
    <message>
        <source>程序出错了，刚才的操作没有完成。</source>
        <translation>The program made a mistake; what you just did was not completed.</translation>
    </message>
    <message>
        <source>复制报告(&amp;C)</source>
        <translation>Copy report(&amp;C)</translation>
    </message>
    <message>
        <source>考核库里的内容没有改动，可以继续使用。请把下面的报告交给维护人员。</source>
        <translation>The book was not changed and can be used on. Please give the report below to whoever maintains the program.</translation>
    </message>
    <message>
        <source>报告已存为：{path}</source>
        <translation>Report saved as: {path}</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>取消(&amp;X)</source>
        <translation>Cancel(&amp;X)</translation>
    </message>
    <message>
        <source>正在停止……</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>SampleCourt</name>
    <message>
        <source>看看示例法院</source>
        <translation>Sample court</translation>
    </message>
    <message>
        <source>衡绩示例法院</source>
        <translation>Hengji sample court</translation>
    </message>
    <message>
        <source>选择(&amp;B)…</source>
        <translation>Choose(&amp;B)…</translation>
    </message>
    <message>
        <source>开始制作</source>
        <translation>Make it</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>将制作一所虚构的中级法院：约一百三十人、约六千件案件、十二个月的部门报表，从收表、核算、评定、公示、异议到办结封存的一整年，还有通报和上报。人名、案件、数字都是编造的。制作大约需要一分钟，可以随时取消；个人档案做好以后可在“档案”页打印。</source>
        <translation>A made-up intermediate court will be made: about 130 people, about 6,000 cases and twelve months of sheets from its divisions, a whole year from handing in to computing, deciding, publishing, objections and the seal, with bulletins and a package for the higher court. Names, cases and figures are all invented. It takes about a minute and can be cancelled at any time; volumes can be printed on the page Archives afterwards.</translation>
    </message>
    <message>
        <source>放在文件夹(&amp;F)</source>
        <translation>Folder(&amp;F)</translation>
    </message>
    <message>
        <source>示例法院放在哪个文件夹</source>
        <translation>Folder for the sample court</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>得分</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>计算(&amp;J)</source>
        <translation>Compute(&amp;J)</translation>
    </message>
    <message>
        <source>导出 Excel(&amp;E)…</source>
        <translation>Export to Excel(&amp;E)…</translation>
    </message>
    <message>
        <source>姓名、工号或部门</source>
        <translation>Name, staff number or division</translation>
    </message>
    <message>
        <source>周期(&amp;P)</source>
        <translation>Period(&amp;P)</translation>
    </message>
    <message>
        <source>指标组(&amp;G)</source>
        <translation>Set(&amp;G)</translation>
    </message>
    <message>
        <source>还没有可以计算的周期。先导入花名册、方案和各部门的数据。</source>
        <translation>There is no period to compute yet. Import roster, scheme and the divisions’ data first.</translation>
    </message>
    <message>
        <source>重新计算(&amp;J)</source>
        <translation>Compute again(&amp;J)</translation>
    </message>
    <message>
        <source>{period}还没有计算。</source>
        <translation>{period} has not been computed.</translation>
    </message>
    <message>
        <source>现在计算</source>
        <translation>Compute now</translation>
    </message>
    <message>
        <source>不参加考核</source>
        <translation>Not evaluated</translation>
    </message>
    <message>
        <source>全部（只看总分）</source>
        <translation>All (totals only)</translation>
    </message>
    <message>
        <source>{shown} / {every} 人</source>
        <translation>{shown} / {every} people</translation>
    </message>
    <message>
        <source>{every} 人</source>
        <translation>{every} people</translation>
    </message>
    <message>
        <source>没有符合条件的人员。</source>
        <translation>Nobody fits.</translation>
    </message>
    <message>
        <source>导出得分表</source>
        <translation>Export the score table</translation>
    </message>
    <message>
        <source>Excel 表格 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>已导出：{path}</source>
        <translation>Exported: {path}</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>{period}（已封存）</source>
        <translation>{period} (sealed)</translation>
    </message>
    <message>
        <source>{period}（未计算）</source>
        <translation>{period} (not computed)</translation>
    </message>
    <message>
        <source>{period}（数据有变）</source>
        <translation>{period} (data changed)</translation>
    </message>
    <message>
        <source>{scheme} · 计算于 {moment}</source>
        <translation>{scheme} · computed {moment}</translation>
    </message>
    <message>
        <source>复制为文字(&amp;Y)</source>
        <translation>Copy as text(&amp;Y)</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>得分构成</source>
        <translation>What the score is made of</translation>
    </message>
    <message>
        <source>第 {rank} 名 / {size} 人</source>
        <translation>place {rank} of {size}</translation>
    </message>
    <message>
        <source>在岗 {months} 个月</source>
        <translation>{months} months in post</translation>
    </message>
    <message>
        <source>否决项</source>
        <translation>veto</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>满分</source>
        <translation>Full marks</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>指标组</source>
        <translation>Indicator set</translation>
    </message>
    <message>
        <source>没有名次：{status}</source>
        <translation>No place: {status}</translation>
    </message>
    <message>
        <source>第 {rank} 名，共 {size} 人</source>
        <translation>Place {rank} of {size}</translation>
    </message>
    <message>
        <source>评定等次：{grade}</source>
        <translation>Decided grade: {grade}</translation>
    </message>
    <message>
        <source>建议等次：{grade}（还没有评定）</source>
        <translation>Proposed grade: {grade} (not yet decided)</translation>
    </message>
    <message>
        <source>批次 {batch}</source>
        <translation>batch {batch}</translation>
    </message>
    <message>
        <source>计分办法</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>没有数据时</source>
        <translation>Where nothing is told</translation>
    </message>
    <message>
        <source>用到的数据</source>
        <translation>Figures used</translation>
    </message>
    <message>
        <source>由这些加起来</source>
        <translation>Adds up from</translation>
    </message>
    <message>
        <source>怎么算的</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>由来</source>
        <translation>Where from</translation>
    </message>
    <message>
        <source>全年走势</source>
        <translation>Course of the year</translation>
    </message>
    <message>
        <source>较上期</source>
        <translation>Since last</translation>
    </message>
    <message>
        <source>为什么不是满分</source>
        <translation>Why not full marks</translation>
    </message>
    <message>
        <source>上一期没有这个人的得分，没有可以比较的。</source>
        <translation>This person has no score in the last period; there is nothing to compare with.</translation>
    </message>
    <message>
        <source>{period}总分 {total}</source>
        <translation>{period}: total {total}</translation>
    </message>
    <message>
        <source>和上一期完全一样。</source>
        <translation>Exactly as in the last period.</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>上期得分</source>
        <translation>Last score</translation>
    </message>
    <message>
        <source>本期得分</source>
        <translation>This score</translation>
    </message>
    <message>
        <source>上期数据</source>
        <translation>Last figure</translation>
    </message>
    <message>
        <source>本期数据</source>
        <translation>This figure</translation>
    </message>
    <message>
        <source>计算之后，人员、方案或数据又有了改动，下面的得分可能不是最新的。</source>
        <translation>People, scheme or data changed after computing; the scores below may not be up to date.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>新建考核库(&amp;N)</source>
        <translation>New book(&amp;N)</translation>
    </message>
    <message>
        <source>为本院建一个空的库</source>
        <translation>An empty book for your court</translation>
    </message>
    <message>
        <source>打开考核库(&amp;O)</source>
        <translation>Open a book(&amp;O)</translation>
    </message>
    <message>
        <source>打开已有的 .hj 文件</source>
        <translation>Open a .hj file</translation>
    </message>
    <message>
        <source>看看示例法院(&amp;D)</source>
        <translation>Sample court(&amp;D)</translation>
    </message>
    <message>
        <source>人和数字都是虚构的</source>
        <translation>People and figures are made up</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>第一次使用？先看看示例法院：一所虚构的中级法院，全年的花名册、案件、台账和得分都已做好，随便试，不会影响任何真实数据。</source>
        <translation>First time here? Look at the sample court: a made-up intermediate court with a whole year of rosters, cases, ledgers and scores. Try anything; no real data are touched.</translation>
    </message>
    <message>
        <source>看看示例法院</source>
        <translation>Sample court</translation>
    </message>
    <message>
        <source>衡绩</source>
        <translation>Hengji</translation>
    </message>
    <message>
        <source>法院全员绩效考核</source>
        <translation>Performance evaluation of all court staff</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{doing}，还没有做完。要停下来并退出吗？</source>
        <translation>{doing}: not finished yet. Stop it and quit?</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>衡绩 · 法院全员绩效考核</source>
        <translation>Hengji · Performance evaluation of court staff</translation>
    </message>
    <message>
        <source>{court} · {book} · 衡绩</source>
        <translation>{court} · {book} · Hengji</translation>
    </message>
    <message>
        <source>现在只能查看，不能改动。</source>
        <translation> Now open for reading only.</translation>
    </message>
    <message>
        <source>衡绩 {version}
法院全员绩效考核

全部数据只在本机，不联网。</source>
        <translation>Hengji {version}
Performance evaluation of all court staff

All data stay on this computer; no network is used.</translation>
    </message>
    <message>
        <source>关于衡绩</source>
        <translation>About Hengji</translation>
    </message>
    <message>
        <source>这个考核库是旧版程序做的，已经升级；升级前的原样另存为：{path}</source>
        <translation>This book was made by an older program and has been brought up to date; it is kept as it was in: {path}</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source> 等 {count} 人</source>
        <translation> and others, {count} in all</translation>
    </message>
    <message>
        <source>Excel 表格 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Excel 表格 (*.xlsx)</source>
        <translation>PDF (*.pdf);;Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Word 文档 (*.docx);;Excel 表格 (*.xlsx)</source>
        <translation>PDF (*.pdf);;Word document (*.docx);;Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>{count} 人，已签收 {signed} 人</source>
        <translation>{count} people, {signed} have signed</translation>
    </message>
    <message>
        <source>{every} 人</source>
        <translation>{every} people</translation>
    </message>
    <message>
        <source>{grade}（同分压线）</source>
        <translation>{grade} (tie on the line)</translation>
    </message>
    <message>
        <source>{names} 等 {count} 人</source>
        <translation>{names} and others, {count} in all</translation>
    </message>
    <message>
        <source>{period}已办结封存。</source>
        <translation>{period} is closed and sealed.</translation>
    </message>
    <message>
        <source>{period}已重新打开，从这里起是下一期次。</source>
        <translation>{period} is open again; the next issue begins here.</translation>
    </message>
    <message>
        <source>{period}汇报和分析.pdf</source>
        <translation>{period} analysis.pdf</translation>
    </message>
    <message>
        <source>{period}的公示已登记。</source>
        <translation>The publication of {period} is noted.</translation>
    </message>
    <message>
        <source>{period}签收表.xlsx</source>
        <translation>{period} signatures.xlsx</translation>
    </message>
    <message>
        <source>{period}结果通知</source>
        <translation>Notices of results, {period}</translation>
    </message>
    <message>
        <source>{period}考核结果运用.xlsx</source>
        <translation>{period} uses of results.xlsx</translation>
    </message>
    <message>
        <source>{period}考核表格</source>
        <translation>{period} forms</translation>
    </message>
    <message>
        <source>{period}评定表.xlsx</source>
        <translation>{period} decisions.xlsx</translation>
    </message>
    <message>
        <source>{period}还没有计算，没有什么可评定的。</source>
        <translation>{period} is not computed yet; there is nothing to decide.</translation>
    </message>
    <message>
        <source>{period}通报.pdf</source>
        <translation>{period} bulletin.pdf</translation>
    </message>
    <message>
        <source>{pool}：{size} 人参加考核</source>
        <translation>{pool}: {size} people take part</translation>
    </message>
    <message>
        <source>{shown} / {every} 人</source>
        <translation>{shown} of {every} people</translation>
    </message>
    <message>
        <source>{size} 人 × {share} → {limit} 人</source>
        <translation>{size} people × {share} → {limit}</translation>
    </message>
    <message>
        <source>“{grade}”会超出名额 {count} 个，须有批准文号。</source>
        <translation>“{grade}” would go {count} over its quota and needs the number of an approval.</translation>
    </message>
    <message>
        <source>“{grade}”的名额还余 {count} 个。</source>
        <translation>“{grade}” has {count} places left.</translation>
    </message>
    <message>
        <source>“{text}”不是金额，请写数，例如 120000。不试算就留空：</source>
        <translation>“{text}” is no amount. Write a number such as 120000, or leave it blank:</translation>
    </message>
    <message>
        <source>不写就用方案里的公示范围</source>
        <translation>Left blank: as the scheme says</translation>
    </message>
    <message>
        <source>不合：{reason}</source>
        <translation>Barred: {reason}</translation>
    </message>
    <message>
        <source>不确定等次 5A 5B 5C，不进行考核 6A 6B</source>
        <translation>Undetermined 5A 5B 5C, not evaluated 6A 6B</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>与别人同分，正好压在名额线上，由会议定。</source>
        <translation>Tied with others right on the line: the meeting decides.</translation>
    </message>
    <message>
        <source>与建议不同的</source>
        <translation>Otherwise than proposed</translation>
    </message>
    <message>
        <source>与建议不同的，必须写</source>
        <translation>Needed where it differs from the proposal</translation>
    </message>
    <message>
        <source>为什么不是“{grade}”：{reason}</source>
        <translation>Why not “{grade}”: {reason}</translation>
    </message>
    <message>
        <source>为什么撤回{period}的公示？（会记入改动记录）</source>
        <translation>Why is the publication of {period} withdrawn? (This goes into the history.)</translation>
    </message>
    <message>
        <source>为什么重新打开{period}？（记入改动记录；原来的一期原样留着）</source>
        <translation>Why is {period} opened again? (This goes into the history; the sealed issue stays as it is.)</translation>
    </message>
    <message>
        <source>从哪天(&amp;F)</source>
        <translation>From(&amp;F)</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>代码(&amp;C)</source>
        <translation>Code(&amp;C)</translation>
    </message>
    <message>
        <source>会议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>会议(&amp;M)</source>
        <translation>Meeting(&amp;M)</translation>
    </message>
    <message>
        <source>会议日期</source>
        <translation>Day of the meeting</translation>
    </message>
    <message>
        <source>会议日期(&amp;D)</source>
        <translation>Day of the meeting(&amp;D)</translation>
    </message>
    <message>
        <source>会议的评定表</source>
        <translation>The meeting's sheet</translation>
    </message>
    <message>
        <source>会记下 {count} 人的评定。</source>
        <translation>{count} decisions will be noted.</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>先在表里选一个或几个人（Ctrl+A 全选）</source>
        <translation>Select one or several people first (Ctrl+A for all)</translation>
    </message>
    <message>
        <source>公示 {start} 至 {until}</source>
        <translation>public {start} to {until}</translation>
    </message>
    <message>
        <source>公示什么(&amp;W)</source>
        <translation>What is shown(&amp;W)</translation>
    </message>
    <message>
        <source>公示已撤回，改好以后可以重新登记。</source>
        <translation>The publication is withdrawn; note it again once things are mended.</translation>
    </message>
    <message>
        <source>公示期内不能办结；公示以后得分或等次又变了的，要撤回重新公示。</source>
        <translation>Nothing is closed while it is public; where scores or grades change later, withdraw and publish again.</translation>
    </message>
    <message>
        <source>其中 {count} 人没有建议等次（得分不全），这次不记，另行录入。</source>
        <translation>{count} of them have no proposal (incomplete scores) and are left out this time.</translation>
    </message>
    <message>
        <source>写分析报告(&amp;A)…</source>
        <translation>Write the analysis(&amp;A)…</translation>
    </message>
    <message>
        <source>写通报(&amp;B)…</source>
        <translation>Write the bulletin(&amp;B)…</translation>
    </message>
    <message>
        <source>写通报，隐去姓名(&amp;H)…</source>
        <translation>Write the bulletin with masked names(&amp;H)…</translation>
    </message>
    <message>
        <source>别人的建议会跟着变：{moved}</source>
        <translation>The proposals of others would change: {moved}</translation>
    </message>
    <message>
        <source>别人的建议都不变。</source>
        <translation>Nobody else's proposal would change.</translation>
    </message>
    <message>
        <source>到“{stage}”还差：</source>
        <translation>Before “{stage}”: </translation>
    </message>
    <message>
        <source>到会人员</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>到会人员(&amp;P)</source>
        <translation>Present(&amp;P)</translation>
    </message>
    <message>
        <source>到哪天(&amp;U)</source>
        <translation>Until(&amp;U)</translation>
    </message>
    <message>
        <source>办理(&amp;M)</source>
        <translation>Do(&amp;M)</translation>
    </message>
    <message>
        <source>办结以后，{period}的数据、方案、得分、评定一起封存，不能再改；要更正得写明理由重新打开，原来的一期原样留着。

现在办结吗？</source>
        <translation>Closing seals the data, scheme, scores and decisions of {period}; to correct anything it must be opened again with a reason, and the sealed issue stays as it is.

Close it now?</translation>
    </message>
    <message>
        <source>办结封存</source>
        <translation>Close and seal</translation>
    </message>
    <message>
        <source>办结封存(&amp;C)…</source>
        <translation>Close and seal(&amp;C)…</translation>
    </message>
    <message>
        <source>办结封存(&amp;N)…</source>
        <translation>Close and seal(&amp;N)…</translation>
    </message>
    <message>
        <source>去计算</source>
        <translation>Compute it</translation>
    </message>
    <message>
        <source>去重新计算(&amp;N)</source>
        <translation>Compute again(&amp;N)</translation>
    </message>
    <message>
        <source>只看(&amp;K)</source>
        <translation>Show only(&amp;K)</translation>
    </message>
    <message>
        <source>同分压线的</source>
        <translation>Ties on the line</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>名额</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>周期(&amp;P)</source>
        <translation>Period(&amp;P)</translation>
    </message>
    <message>
        <source>和已经记下的决定完全一样，没有什么要采用的。</source>
        <translation>The same as what is noted already; nothing to take.</translation>
    </message>
    <message>
        <source>填好的签收表</source>
        <translation>The filled list of signatures</translation>
    </message>
    <message>
        <source>奖励性绩效奖金总额（元）。不试算奖金就留空：</source>
        <translation>Bonus to share out (yuan). Leave it blank for none:</translation>
    </message>
    <message>
        <source>如果定为(&amp;U)</source>
        <translation>What if(&amp;U)</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>姓名、工号或部门</source>
        <translation>Name, staff number or division</translation>
    </message>
    <message>
        <source>姓名，以顿号分开</source>
        <translation>Names, separated by 、</translation>
    </message>
    <message>
        <source>存到</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>导入评定表</source>
        <translation>Take decisions in</translation>
    </message>
    <message>
        <source>导入评定表(&amp;I)…</source>
        <translation>Take decisions in(&amp;I)…</translation>
    </message>
    <message>
        <source>导出签收表(&amp;E)…</source>
        <translation>Write the list to sign(&amp;E)…</translation>
    </message>
    <message>
        <source>导出评定表(&amp;E)…</source>
        <translation>Write the sheet for the meeting(&amp;E)…</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>已停止。停止之前写好的留在：{path}</source>
        <translation>Stopped. What was written before stays in {path}</translation>
    </message>
    <message>
        <source>已写成：{path}</source>
        <translation>Written: {path}</translation>
    </message>
    <message>
        <source>已封存 {digest}</source>
        <translation>sealed {digest}</translation>
    </message>
    <message>
        <source>已记下 {count} 人的评定。记错了，在“导入”页的导入记录里撤回。</source>
        <translation>{count} decisions noted. To take them back, see the list of imports.</translation>
    </message>
    <message>
        <source>已评定 {decided} / {people} 人</source>
        <translation>{decided} of {people} decided</translation>
    </message>
    <message>
        <source>年度考核登记表和统计表(&amp;F)…</source>
        <translation>Yearly forms and summary(&amp;F)…</translation>
    </message>
    <message>
        <source>年度考核表格放在哪个文件夹</source>
        <translation>Folder for the yearly forms</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>建议 {proposed}，评定 {decided}</source>
        <translation>proposed {proposed}, decided {decided}</translation>
    </message>
    <message>
        <source>建议等次</source>
        <translation>Proposed grade</translation>
    </message>
    <message>
        <source>录入会议的决定</source>
        <translation>Type in what the meeting decided</translation>
    </message>
    <message>
        <source>录入决定(&amp;D)…</source>
        <translation>Type in decisions(&amp;D)…</translation>
    </message>
    <message>
        <source>录入没评定的人(&amp;N)…</source>
        <translation>Decide on the rest(&amp;N)…</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>总分 {total}</source>
        <translation>total {total}</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>批准文号</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>批准文号(&amp;A)</source>
        <translation>Approval(&amp;A)</translation>
    </message>
    <message>
        <source>按建议等次</source>
        <translation>As proposed</translation>
    </message>
    <message>
        <source>按方案的公示天数算到哪天（工作日）(&amp;B)</source>
        <translation>As many working days as the scheme asks for(&amp;B)</translation>
    </message>
    <message>
        <source>撤回公示</source>
        <translation>Withdraw the publication</translation>
    </message>
    <message>
        <source>撤回公示(&amp;W)…</source>
        <translation>Withdraw the publication(&amp;W)…</translation>
    </message>
    <message>
        <source>收回填好的签收表(&amp;I)…</source>
        <translation>Take the filled list in(&amp;I)…</translation>
    </message>
    <message>
        <source>有错，一个也没有采用；在表里改好后重新导入。</source>
        <translation>There are faults and nothing was taken; mend the sheet and try again.</translation>
    </message>
    <message>
        <source>未评定</source>
        <translation>undecided</translation>
    </message>
    <message>
        <source>本人意见</source>
        <translation>Own remark</translation>
    </message>
    <message>
        <source>正在写 {name}</source>
        <translation>Writing {name}</translation>
    </message>
    <message>
        <source>正在读 {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>正在读签收表</source>
        <translation>Reading the signatures</translation>
    </message>
    <message>
        <source>没有名额限制</source>
        <translation>No quota</translation>
    </message>
    <message>
        <source>没有符合条件的人员。</source>
        <translation>Nobody fits.</translation>
    </message>
    <message>
        <source>现在的建议：{grade}</source>
        <translation>Proposed now: {grade}</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由(&amp;R)</source>
        <translation>Reason(&amp;R)</translation>
    </message>
    <message>
        <source>登记(&amp;S)</source>
        <translation>Note(&amp;S)</translation>
    </message>
    <message>
        <source>登记{period}的公示</source>
        <translation>Publication of {period}</translation>
    </message>
    <message>
        <source>登记公示(&amp;G)…</source>
        <translation>Note the publication(&amp;G)…</translation>
    </message>
    <message>
        <source>登记公示(&amp;N)…</source>
        <translation>Note the publication(&amp;N)…</translation>
    </message>
    <message>
        <source>登记选中的人已签收(&amp;S)</source>
        <translation>Note that the selected have signed(&amp;S)</translation>
    </message>
    <message>
        <source>第 {issue} 期次</source>
        <translation>issue {issue}</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>等次池</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>签收已登记。</source>
        <translation>Signatures noted.</translation>
    </message>
    <message>
        <source>签收日期</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>签收日期(&amp;D)</source>
        <translation>Signed on(&amp;D)</translation>
    </message>
    <message>
        <source>签收表存到</source>
        <translation>Save the list of signatures as</translation>
    </message>
    <message>
        <source>签收表已写成：{path}</source>
        <translation>The list of signatures is written: {path}</translation>
    </message>
    <message>
        <source>结果用到哪些事上</source>
        <translation>What results are used for</translation>
    </message>
    <message>
        <source>结果用到哪些事上(&amp;U)…</source>
        <translation>What results are used for(&amp;U)…</translation>
    </message>
    <message>
        <source>结果通知和签收(&amp;N)…</source>
        <translation>Notices and signatures(&amp;N)…</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.xls *.et *.ods *.csv);;所有文件 (*)</source>
        <translation>Spreadsheets (*.xlsx *.xls *.et *.ods *.csv);;All files (*)</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.xls *.et *.ods);;所有文件 (*)</source>
        <translation>Spreadsheets (*.xlsx *.xls *.et *.ods);;All files (*)</translation>
    </message>
    <message>
        <source>记入(&amp;S)</source>
        <translation>Note(&amp;S)</translation>
    </message>
    <message>
        <source>评定</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>评定等次</source>
        <translation>Decided grade</translation>
    </message>
    <message>
        <source>评定等次(&amp;G)</source>
        <translation>Decided grade(&amp;G)</translation>
    </message>
    <message>
        <source>评定：{grade}</source>
        <translation>Decided: {grade}</translation>
    </message>
    <message>
        <source>超 {count}</source>
        <translation>{count} over</translation>
    </message>
    <message>
        <source>超出名额的，必须写</source>
        <translation>Needed over the quota</translation>
    </message>
    <message>
        <source>还有 {count} 项。</source>
        <translation>And {count} more.</translation>
    </message>
    <message>
        <source>还没有算好的周期。先导入数据、计算得分，再来评定。</source>
        <translation>No period is computed yet. Take data in and compute scores first.</translation>
    </message>
    <message>
        <source>还没评定的</source>
        <translation>Not decided yet</translation>
    </message>
    <message>
        <source>选一个人，看看凭什么</source>
        <translation>Choose somebody to see why</translation>
    </message>
    <message>
        <source>选一个等次…</source>
        <translation>Choose a grade…</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>采用(&amp;T)</source>
        <translation>Take(&amp;T)</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>重新打开(&amp;O)…</source>
        <translation>Open again(&amp;O)…</translation>
    </message>
    <message>
        <source>，池内第 {rank} 名</source>
        <translation>, rank {rank} in the pool</translation>
    </message>
    <message>
        <source>请写是哪次会议定的。</source>
        <translation>Say which meeting decided it.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>没有写理由，不能办。</source>
        <translation>Nothing is done without a reason. </translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source> 年</source>
        <translation> </translation>
    </message>
    <message>
        <source>Excel 表格 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>{month}月纪实</source>
        <translation>Record of {month}</translation>
    </message>
    <message>
        <source>{name}：{text}</source>
        <translation>{name}: {text}</translation>
    </message>
    <message>
        <source>{people} 人都写齐了，提示 {hints} 条。</source>
        <translation>All {people} people are complete; {hints} hints.</translation>
    </message>
    <message>
        <source>{people} 人，{silent} 人没有写工作完成情况；没有写齐的部门 {count} 个：{names}。提示 {hints} 条。</source>
        <translation>{people} people, {silent} told nothing of their work; {count} divisions incomplete: {names}. {hints} hints.</translation>
    </message>
    <message>
        <source>{period}{ledger}台账记为已核对：没有登记的就是零。</source>
        <translation>Ledger {ledger} of {period} is noted as looked into: what is not there is zero.</translation>
    </message>
    <message>
        <source>{period}月分析.xlsx</source>
        <translation>{period} analysis.xlsx</translation>
    </message>
    <message>
        <source>{shown} / {every} 条，待确认 {waiting} 条</source>
        <translation>{shown} of {every}, {waiting} waiting</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{step}，逾期</source>
        <translation>{step}, overdue</translation>
    </message>
    <message>
        <source>【提示】</source>
        <translation>[Hints]</translation>
    </message>
    <message>
        <source>不写算一次</source>
        <translation>Blank counts once</translation>
    </message>
    <message>
        <source>不是</source>
        <translation>none</translation>
    </message>
    <message>
        <source>不服第 {number} 号的答复。</source>
        <translation>Against the answer to no. {number}.</translation>
    </message>
    <message>
        <source>不服第几号的答复(&amp;A)</source>
        <translation>Against the answer to no.(&amp;A)</translation>
    </message>
    <message>
        <source>为什么去掉“{name}”？（留痕里仍有它的校验值）</source>
        <translation>Why is “{name}” taken away? (The history keeps its digest.)</translation>
    </message>
    <message>
        <source>为什么退回这 {count} 条？（留着可查，不计分）</source>
        <translation>Why are these {count} sent back? (They stay to be seen and count no more.)</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>事项(&amp;U)</source>
        <translation>Subject(&amp;U)</translation>
    </message>
    <message>
        <source>人员(&amp;P)</source>
        <translation>Person(&amp;P)</translation>
    </message>
    <message>
        <source>什么都没写</source>
        <translation>nothing told</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>依据(&amp;A)</source>
        <translation>Basis(&amp;A)</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>内容(&amp;T)</source>
        <translation>Text(&amp;T)</translation>
    </message>
    <message>
        <source>写评语和评分(&amp;W)…</source>
        <translation>Comment and mark(&amp;W)…</translation>
    </message>
    <message>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>分值(&amp;F)</source>
        <translation>Points(&amp;F)</translation>
    </message>
    <message>
        <source>分值、次数要写数，例如 2 或 -0.5。</source>
        <translation>Points and count are numbers, such as 2 or -0.5.</translation>
    </message>
    <message>
        <source>办到</source>
        <translation>Stands at</translation>
    </message>
    <message>
        <source>办理人(&amp;B)</source>
        <translation>Done by(&amp;B)</translation>
    </message>
    <message>
        <source>去掉(&amp;D)…</source>
        <translation>Take away(&amp;D)…</translation>
    </message>
    <message>
        <source>去掉材料</source>
        <translation>Take evidence away</translation>
    </message>
    <message>
        <source>参加过原来决定的人不能复核；姓名以顿号分开</source>
        <translation>Nobody who decided first; names separated by 、</translation>
    </message>
    <message>
        <source>受理(&amp;A)…</source>
        <translation>Accept(&amp;A)…</translation>
    </message>
    <message>
        <source>受理(&amp;S)</source>
        <translation>Accept(&amp;S)</translation>
    </message>
    <message>
        <source>受理日期</source>
        <translation>Accepted on</translation>
    </message>
    <message>
        <source>受理日期(&amp;D)</source>
        <translation>Accepted on(&amp;D)</translation>
    </message>
    <message>
        <source>受理第 {number} 号</source>
        <translation>Accept no. {number}</translation>
    </message>
    <message>
        <source>另写知道结果的日期（不写用签收日期）(&amp;K)</source>
        <translation>Known on another day than signed(&amp;K)</translation>
    </message>
    <message>
        <source>只看(&amp;K)</source>
        <translation>Show only(&amp;K)</translation>
    </message>
    <message>
        <source>只看(&amp;L)</source>
        <translation>Show only(&amp;L)</translation>
    </message>
    <message>
        <source>可以不写</source>
        <translation>May be left blank</translation>
    </message>
    <message>
        <source>台账</source>
        <translation>Ledgers</translation>
    </message>
    <message>
        <source>台账(&amp;L)</source>
        <translation>Ledger(&amp;L)</translation>
    </message>
    <message>
        <source>台账(&amp;T)</source>
        <translation>Ledger(&amp;T)</translation>
    </message>
    <message>
        <source>同一篇文章、同一个奖只计一次的，写同一个</source>
        <translation>The same for one paper or award that counts once</translation>
    </message>
    <message>
        <source>周期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>周期(&amp;P)</source>
        <translation>Period(&amp;P)</translation>
    </message>
    <message>
        <source>备注(&amp;O)</source>
        <translation>Note(&amp;O)</translation>
    </message>
    <message>
        <source>复核人员</source>
        <translation>Reviewers</translation>
    </message>
    <message>
        <source>复核人员(&amp;R)</source>
        <translation>Reviewers(&amp;R)</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>姓名、内容</source>
        <translation>Name or text</translation>
    </message>
    <message>
        <source>姓名、部门</source>
        <translation>Name or division</translation>
    </message>
    <message>
        <source>姓名、部门、事项</source>
        <translation>Name, division or subject</translation>
    </message>
    <message>
        <source>存出来(&amp;S)…</source>
        <translation>Save out(&amp;S)…</translation>
    </message>
    <message>
        <source>工作完成情况</source>
        <translation>Work done</translation>
    </message>
    <message>
        <source>工作完成情况(&amp;W)</source>
        <translation>Work done(&amp;W)</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>已写成：{path}</source>
        <translation>Written: {path}</translation>
    </message>
    <message>
        <source>已去掉。</source>
        <translation>Taken away.</translation>
    </message>
    <message>
        <source>已存到：{path}，校验值相符。</source>
        <translation>Saved as {path}; the digest fits.</translation>
    </message>
    <message>
        <source>已录入。</source>
        <translation>Noted.</translation>
    </message>
    <message>
        <source>已录入，等另一个人确认后才计分。</source>
        <translation>Noted; it counts once somebody else has confirmed it.</translation>
    </message>
    <message>
        <source>已登记，编号 {number}。</source>
        <translation>Noted as no. {number}.</translation>
    </message>
    <message>
        <source>已确认 {count} 条，相关周期要重新计算。</source>
        <translation>{count} confirmed; their periods must be computed again.</translation>
    </message>
    <message>
        <source>已记下。</source>
        <translation>Noted.</translation>
    </message>
    <message>
        <source>已退回 {count} 条。</source>
        <translation>{count} sent back.</translation>
    </message>
    <message>
        <source>已附上，连同校验值存进考核库。</source>
        <translation>Attached and kept in the book with its digest.</translation>
    </message>
    <message>
        <source>异议和复核</source>
        <translation>Objections</translation>
    </message>
    <message>
        <source>录入(&amp;S)</source>
        <translation>Note(&amp;S)</translation>
    </message>
    <message>
        <source>录入事项(&amp;N)…</source>
        <translation>Type in an event(&amp;N)…</translation>
    </message>
    <message>
        <source>录入台账事项</source>
        <translation>Type in an event</translation>
    </message>
    <message>
        <source>成果标识(&amp;K)</source>
        <translation>Result key(&amp;K)</translation>
    </message>
    <message>
        <source>成立的不能直接改分：先改正数据、作出裁定或重新评定，重新计算以后再答复。</source>
        <translation>What is upheld changes no score directly: correct the data, make a ruling or decide anew, compute again, then answer.</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>所有台账</source>
        <translation>All ledgers</translation>
    </message>
    <message>
        <source>所有状态</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>指标(&amp;I)</source>
        <translation>Indicator(&amp;I)</translation>
    </message>
    <message>
        <source>指标编码；不写就是对整个结果</source>
        <translation>Code of the indicator; blank for the whole result</translation>
    </message>
    <message>
        <source>提出日期</source>
        <translation>Lodged on</translation>
    </message>
    <message>
        <source>提出日期(&amp;D)</source>
        <translation>Lodged on(&amp;D)</translation>
    </message>
    <message>
        <source>提出时和答复时：</source>
        <translation>When lodged and when answered:</translation>
    </message>
    <message>
        <source>提出时已超过期限。</source>
        <translation>It was lodged too late.</translation>
    </message>
    <message>
        <source>整个结果</source>
        <translation>the whole result</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>文号(&amp;N)</source>
        <translation>Document(&amp;N)</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>方式(&amp;M)</source>
        <translation>Way(&amp;M)</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>日期(&amp;D)</source>
        <translation>Day(&amp;D)</translation>
    </message>
    <message>
        <source>最迟提出</source>
        <translation>To be lodged by</translation>
    </message>
    <message>
        <source>月份(&amp;P)</source>
        <translation>Month(&amp;P)</translation>
    </message>
    <message>
        <source>月分析写成表格(&amp;E)…</source>
        <translation>Write the analysis(&amp;E)…</translation>
    </message>
    <message>
        <source>月分析存到</source>
        <translation>Save the analysis as</translation>
    </message>
    <message>
        <source>月纪实</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>有提示的</source>
        <translation>With hints</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>材料(&amp;M)…</source>
        <translation>Evidence(&amp;M)…</translation>
    </message>
    <message>
        <source>材料存到</source>
        <translation>Save the file as</translation>
    </message>
    <message>
        <source>校验值</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>案情复杂，延长申诉决定的期限(&amp;E)</source>
        <translation>Complex: the appeal takes the further days(&amp;E)</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>次数(&amp;C)</source>
        <translation>Count(&amp;C)</translation>
    </message>
    <message>
        <source>正在写月分析</source>
        <translation>Writing the analysis</translation>
    </message>
    <message>
        <source>正在存材料</source>
        <translation>Keeping files</translation>
    </message>
    <message>
        <source>没有写</source>
        <translation>nothing told</translation>
    </message>
    <message>
        <source>没有符合条件的事项。</source>
        <translation>No event fits.</translation>
    </message>
    <message>
        <source>没有符合条件的人员。</source>
        <translation>Nobody fits.</translation>
    </message>
    <message>
        <source>没有符合条件的异议。</source>
        <translation>No objection fits.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>状态(&amp;S)</source>
        <translation>State(&amp;S)</translation>
    </message>
    <message>
        <source>登记(&amp;S)</source>
        <translation>Note(&amp;S)</translation>
    </message>
    <message>
        <source>登记一件(&amp;G)…</source>
        <translation>Lodge one(&amp;G)…</translation>
    </message>
    <message>
        <source>登记异议</source>
        <translation>Lodge an objection</translation>
    </message>
    <message>
        <source>知道日期(&amp;N)</source>
        <translation>Known on(&amp;N)</translation>
    </message>
    <message>
        <source>知道结果</source>
        <translation>Known on</translation>
    </message>
    <message>
        <source>确认(&amp;Y)</source>
        <translation>Confirm(&amp;Y)</translation>
    </message>
    <message>
        <source>第 {number} 号已受理。</source>
        <translation>No. {number} is accepted.</translation>
    </message>
    <message>
        <source>第 {number} 号已答复。</source>
        <translation>No. {number} is answered.</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>答复(&amp;D)…</source>
        <translation>Answer(&amp;D)…</translation>
    </message>
    <message>
        <source>答复(&amp;S)</source>
        <translation>Answer(&amp;S)</translation>
    </message>
    <message>
        <source>答复内容(&amp;T)</source>
        <translation>Answer(&amp;T)</translation>
    </message>
    <message>
        <source>答复日期</source>
        <translation>Answered on</translation>
    </message>
    <message>
        <source>答复日期(&amp;D)</source>
        <translation>Answered on(&amp;D)</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>To be answered by</translation>
    </message>
    <message>
        <source>答复第 {number} 号</source>
        <translation>Answer no. {number}</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>级别(&amp;J)</source>
        <translation>Level(&amp;J)</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>结论(&amp;O)</source>
        <translation>Outcome(&amp;O)</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>缺 {count} 样</source>
        <translation>{count} missing</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>自评(&amp;Z)</source>
        <translation>Own assessment(&amp;Z)</translation>
    </message>
    <message>
        <source>记下(&amp;S)</source>
        <translation>Note(&amp;S)</translation>
    </message>
    <message>
        <source>记为已核对(&amp;S)</source>
        <translation>Note as looked into(&amp;S)</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>评分</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>评分要写数，现在写的是“{text}”。</source>
        <translation>The mark is a number; “{text}” is none.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>谁(&amp;W)</source>
        <translation>Who(&amp;W)</translation>
    </message>
    <message>
        <source>谁定的</source>
        <translation>Settled by</translation>
    </message>
    <message>
        <source>谁报的</source>
        <translation>Told by</translation>
    </message>
    <message>
        <source>负责人评分(&amp;F)</source>
        <translation>Head's mark(&amp;F)</translation>
    </message>
    <message>
        <source>负责人评语(&amp;C)</source>
        <translation>Head's comment(&amp;C)</translation>
    </message>
    <message>
        <source>还没有人提出异议。有人对结果不服，在这里登记，期限会自动算。</source>
        <translation>Nobody has objected yet. Note it here when somebody does; the days are reckoned.</translation>
    </message>
    <message>
        <source>还没有台账事项。用表格导入，或者在这里录入；没有事项的台账报一个零报告。</source>
        <translation>No events yet. Take sheets in, or type them in here; say so where a ledger has none.</translation>
    </message>
    <message>
        <source>还没有材料。通报、证书、谈话记录等文件可以附在这里。</source>
        <translation>No files yet. Notices, certificates and minutes can be attached here.</translation>
    </message>
    <message>
        <source>还没答复的</source>
        <translation>Not answered yet</translation>
    </message>
    <message>
        <source>还缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>还缺的</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>这个周期的这本台账已经有人核对过：没有登记的就是零，不再算没有数据。</source>
        <translation>Somebody has looked into this ledger for this period: what is not there is zero, no longer missing.</translation>
    </message>
    <message>
        <source>这个月花名册上没有在职的人。</source>
        <translation>Nobody is in post in this month.</translation>
    </message>
    <message>
        <source>这台电脑的登录用户</source>
        <translation>This computer's user</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>退回(&amp;R)…</source>
        <translation>Send back(&amp;R)…</translation>
    </message>
    <message>
        <source>选择材料文件</source>
        <translation>Choose files</translation>
    </message>
    <message>
        <source>逾期的</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>针对</source>
        <translation>Against</translation>
    </message>
    <message>
        <source>附上文件(&amp;A)…</source>
        <translation>Attach files(&amp;A)…</translation>
    </message>
    <message>
        <source>零报告</source>
        <translation>Nothing to report</translation>
    </message>
    <message>
        <source>零报告(&amp;Z)…</source>
        <translation>Nothing to report(&amp;Z)…</translation>
    </message>
    <message>
        <source>齐</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>由“{who}”确认选中的 {count} 条？确认以后就计分。</source>
        <translation>“{who}” confirms the {count} selected? They count from then on.</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>从日历里选</source>
        <translation>Choose from a calendar</translation>
    </message>
    <message>
        <source>“{text}”不是日期，请写成 2024-03-05。</source>
        <translation>“{text}” is no day. Write it as 2024-03-05.</translation>
    </message>
    <message>
        <source>“{text}”还没有到，请核对日期。</source>
        <translation>“{text}” is still to come.</translation>
    </message>
</context>
</TS>
