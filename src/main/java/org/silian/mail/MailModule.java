package org.silian.mail;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailServer.class)
class MailModule {}
