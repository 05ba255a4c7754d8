package org.silian.notice;

import java.util.regex.Pattern;
import org.silian.problem.Refusal;

/** An e-mail address as far as one can tell without writing to it. */
record EmailAddress(String text) {

  private static final int LONGEST = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

  static EmailAddress parse(String typed) {
    var text = typed.strip();
    if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
      throw Refusal.invalid("notice.email-address", "address");
    }
    return new EmailAddress(text);
  }

  /** As it may be shown: {@code l***@example.org}. */
  String masked() {
    return text.charAt(0) + "***" + text.substring(text.indexOf('@'));
  }

  @Override
  public String toString() {
    return masked();
  }
}
