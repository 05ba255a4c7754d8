package org.silian;

import org.silian.tenancy.District;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;

/** Sends every request of a test to the host of the district in which the test runs. */
@Component
@Profile("test")
class RequestsInDistrict implements MockMvcBuilderCustomizer {

  @Override
  public void customize(ConfigurableMockMvcBuilder<?> builder) {
    builder.defaultRequest(
        MockMvcRequestBuilders.get("/")
            .with(
                request -> {
                  var host = District.current().host();
                  request.setServerName(host == null ? "localhost" : host);
                  return request;
                }));
  }
}
