package org.silian.api;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the two web applications. Each finds its own way below its page, so a path that is no file
 * gets the page; one that looks like a file, or belongs to the interface, stays not found.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnResource(resources = "classpath:/static/index.html")
class WebPages implements WebMvcConfigurer {

  private static final String FILES = "classpath:/static/";
  private static final Duration FOREVER = Duration.ofDays(365);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // Their names carry a hash of their content.
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(FILES + "assets/")
        .setCacheControl(CacheControl.maxAge(FOREVER).immutable());
    // A build may keep a page's date and change the page: without a date it is always sent anew.
    registry
        .addResourceHandler("/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache())
        .setUseLastModified(false)
        // A chain with a cache would keep every path anybody ever asked for.
        .resourceChain(false)
        .addResolver(new FileOrPage());
  }

  private static final class FileOrPage extends PathResourceResolver {

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      var page = page(path);
      return super.getResource(page == null ? path : page, location);
    }
  }

  /** The page for a path; none for one that names a file or something of the interface. */
  static @Nullable String page(String path) {
    if (path.contains(".") || isWithin("api", path)) {
      return null;
    }
    return isWithin("console", path) ? "console/index.html" : "index.html";
  }

  private static boolean isWithin(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
