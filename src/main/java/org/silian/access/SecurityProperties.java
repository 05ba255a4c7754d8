package org.silian.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The security profile, and single settings that depart from it. They are the operator's: nobody
 * loosens them through a browser.
 *
 * @param passwordClasses how many kinds of characters a password has
 * @param passwordDays after how many days staff choose another; 0 for never
 * @param passwordKept how many of the passwords before are refused
 * @param dormantDays after how many days without a sign-in a staff account sleeps; 0 for never
 * @param singleSession whether administrators have one session at a time
 * @param administratorAddresses from which administrators work, in CIDR form, with commas; empty
 *     for anywhere
 * @param secondFactor {@code administrators}, {@code none}, or roles with commas
 * @param signInNotice whether staff find a notice of each sign-in
 */
@ConfigurationProperties("silian.security")
record SecurityProperties(
    @DefaultValue("standard") SecurityProfile profile,
    @Nullable Integer passwordClasses,
    @Nullable Integer passwordDays,
    @Nullable Integer passwordKept,
    @Nullable Integer dormantDays,
    @Nullable Boolean singleSession,
    @Nullable String administratorAddresses,
    @Nullable String secondFactor,
    @Nullable Boolean signInNotice) {}
