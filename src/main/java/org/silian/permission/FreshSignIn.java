package org.silian.permission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whoever calls this endpoint has proved within the last five minutes that it is she: by signing
 * in, or again by a password, a code or a passkey. Otherwise it is refused as {@code
 * fresh-sign-in}, and the same request is let through once she has. It stands beside {@link
 * Requires} or {@link SignedIn}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshSignIn {}
