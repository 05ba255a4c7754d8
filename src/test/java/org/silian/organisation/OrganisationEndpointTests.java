package org.silian.organisation;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ModuleTest
class OrganisationEndpointTests {

  @Autowired Town town;
  @Autowired MockMvc http;

  @Test
  void communitiesAreForEverybodyAndCarryNoKilometresUnlessAskedFrom() throws Exception {
    var street = town.found(OrganisationKind.TOWN, "双定镇", town.district(), "450107101");
    var here = town.found(OrganisationKind.VILLAGE, "兴平村", street, "450107101201");

    http.perform(get("/api/communities").param("q", "兴平"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].id").value(here.toString()))
        .andExpect(jsonPath("$[0].street").value("双定镇"))
        .andExpect(jsonPath("$[0].kilometres").doesNotExist());
    http.perform(get("/api/communities").param("near", here.toString()))
        .andExpect(jsonPath("$[0].kilometres").value(0.0));
    http.perform(get("/api/communities").param("q", "村".repeat(41)))
        .andExpect(status().isBadRequest());
  }

  @Test
  void organisationsAndPeopleAreForThoseSignedIn() throws Exception {
    for (var path : new String[] {"/api/organisations", "/api/people"}) {
      http.perform(get(path))
          .andExpect(status().isUnauthorized())
          .andExpect(jsonPath("$.type").value("urn:problem:signed-out"));
    }
  }
}
