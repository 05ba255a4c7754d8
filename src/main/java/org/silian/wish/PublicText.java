package org.silian.wish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.silian.problem.Refusal;

/**
 * The sentence that anybody may read on the wall. It names nobody and leads nobody to a door:
 * neither name nor phone nor address below the community, nothing of health or hardship, never that
 * somebody lives alone, and for a child neither school nor class nor age.
 *
 * @param text 8 to 200 characters
 */
record PublicText(String text) {

  private static final String SURNAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁于蒋蔡余杜叶程苏魏吕丁任卢姚"
          + "沈钟姜崔谭陆汪范廖石金韦覃莫农蒙贾夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴";

  private static final Map<String, Pattern> REVEALING = new LinkedHashMap<>();

  static {
    reveal("phone", "(?:\\d[\\s-]?){7,}");
    reveal("name", "[" + SURNAMES + "](?:某|先生|女士|小姐|阿姨|叔叔|大爷|大妈|大娘|奶奶|爷爷|伯伯|婆婆|老师|老人)");
    reveal(
        "address",
        "[0-9０-９一二三四五六七八九十百]+\\s*(?:号|栋|幢|单元|室|座|弄|楼|层|房)"
            + "|\\p{IsHan}{2,}(?:路|街|巷|道)[0-9０-９]+"
            + "|\\p{IsHan}{2}(?<!我们|咱们|这个|一个|整个|各个|所在)(?:小区|花园|花苑|公寓|大厦|新村)");
    reveal("alone", "独居|独自|空巢|孤寡|孤老|一个人(?:住|生活|在家)|一人(?:住|生活|在家)|无人照[顾料]|留守|不在身边");
    reveal("health", "癌|肿瘤|透析|尿毒|残疾|残障|瘫痪|失能|失智|精神病|抑郁|艾滋|低保|特困|贫困|困难户|病");
    reveal("money", "现金|红包|转账|汇款|借钱|捐钱|微信支付|支付宝|打钱");
  }

  private static final Pattern CHILD =
      Pattern.compile("小学|中学|初中|高中|幼儿园|学校|年级|[0-9０-９一二三四五六七八九十]\\s*班|班级|[0-9０-９一二三四五六七八九十]+\\s*岁");

  private static final Pattern MONEY = Pattern.compile("现金|红包|转账|汇款|借钱|借点钱|捐钱|捐款|打钱|给点钱|发钱");

  private static void reveal(String what, String pattern) {
    REVEALING.put(what, Pattern.compile(pattern));
  }

  /**
   * A text that may be published.
   *
   * @param names of persons it must not contain: the wisher's, the child's guardian's
   * @throws Refusal {@code wish.text.<what it reveals>} in the field {@code text}
   */
  static PublicText of(String text, boolean child, Iterable<String> names) {
    REVEALING.forEach((what, pattern) -> refuseIf(pattern.matcher(text).find(), what));
    refuseIf(child && CHILD.matcher(text).find(), "child");
    for (var name : names) {
      refuseIf(!name.isBlank() && text.contains(name), "name");
    }
    return new PublicText(text);
  }

  /** Whether somebody asks for money, which no wish may (handbook 2.2). */
  static boolean asksForMoney(String words) {
    return MONEY.matcher(words).find();
  }

  private static void refuseIf(boolean revealed, String what) {
    if (revealed) {
      throw Refusal.invalid("wish.text." + what, "text");
    }
  }
}
