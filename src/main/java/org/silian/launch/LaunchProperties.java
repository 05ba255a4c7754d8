package org.silian.launch;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is started.
 *
 * @param data the data folder
 * @param demo whether this is the demo, whose sign-ins are no secret
 * @param district the code (GB/T 2260) of the district that a new installation founds
 * @param districtName what people call that district
 * @param wayBack whether a link is printed by which an administrator comes in again
 * @param districts all districts of an installation with several, each as {@code code=name@host}
 */
@ConfigurationProperties("silian")
record LaunchProperties(
    Path data,
    @DefaultValue("false") boolean demo,
    @DefaultValue("450107") String district,
    @DefaultValue("西乡塘区") String districtName,
    @DefaultValue("false") boolean wayBack,
    @DefaultValue List<String> districts) {}
