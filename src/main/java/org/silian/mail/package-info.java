/** The one mail server of an installation, for whoever has something to send. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.silian.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
