package org.silian.journal;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silian.vault.StandardWebhook;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where seals are kept.
 *
 * @param data the data folder, for the latest seal
 * @param seal where the seal of the day goes
 */
@ConfigurationProperties("silian")
record SealProperties(Path data, @DefaultValue Outside seal) {

  /**
   * @param folder best on a medium that can be written once
   * @param mail the address of somebody who keeps it
   * @param url of a webhook
   * @param secret which the webhook shares
   */
  record Outside(
      @Nullable String folder,
      @Nullable String mail,
      @Nullable String url,
      @Nullable String secret) {

    Outside {
      if (given(url) && (secret == null || !StandardWebhook.isSecret(secret))) {
        throw new IllegalArgumentException(
            "silian.seal.url needs silian.seal.secret: whsec_ and base64");
      }
    }

    Set<SealTarget> targets() {
      var targets = EnumSet.noneOf(SealTarget.class);
      if (given(folder)) {
        targets.add(SealTarget.FOLDER);
      }
      if (given(mail)) {
        targets.add(SealTarget.MAIL);
      }
      if (given(url)) {
        targets.add(SealTarget.WEBHOOK);
      }
      return targets;
    }

    private static boolean given(@Nullable String value) {
      return value != null && !value.isBlank();
    }
  }
}
