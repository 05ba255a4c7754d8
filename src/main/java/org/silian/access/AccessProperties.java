package org.silian.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people come in.
 *
 * @param demo whether one-time codes are shown on the screen; never where real people are
 * @param filing the filing number of the application, shown to the public
 * @param contact whom to ask about one's data
 * @param sms where one-time codes are sent
 * @param access sessions and limits
 */
@ConfigurationProperties("silian")
record AccessProperties(
    @DefaultValue("false") boolean demo,
    @Nullable String filing,
    @Nullable String contact,
    @DefaultValue Sms sms,
    @DefaultValue Access access) {

  /**
   * @param url of the webhook that sends short messages; absent, none can be sent
   * @param secret which the webhook shares, as Standard Webhooks write it: {@code whsec_} and
   *     base64
   */
  record Sms(@Nullable String url, @Nullable String secret) {

    Sms {
      if (url != null && !url.isBlank() && (secret == null || !secret.startsWith("whsec_"))) {
        throw new IllegalArgumentException(
            "silian.sms.url needs silian.sms.secret: whsec_ and base64");
      }
    }
  }

  /**
   * @param session how long sessions last
   * @param rateFactor by which every rate limit is multiplied; for benches and demos
   */
  record Access(@DefaultValue SessionLimits session, @DefaultValue("1") int rateFactor) {}

  /**
   * How long a session lasts without a request, and at all.
   *
   * @param administratorIdle for whoever holds an administrator's post
   * @param staffIdle for whoever holds another post
   * @param staffLongest for both, since signing in
   * @param residentIdle for people without a post
   * @param residentLongest for them, since signing in
   */
  record SessionLimits(
      @DefaultValue("PT15M") Duration administratorIdle,
      @DefaultValue("PT30M") Duration staffIdle,
      @DefaultValue("PT12H") Duration staffLongest,
      @DefaultValue("P7D") Duration residentIdle,
      @DefaultValue("P30D") Duration residentLongest) {}
}
