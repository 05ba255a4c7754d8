package org.silian.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silian.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ModuleTest
class WebPagesTests {

  @Autowired MockMvc web;

  @ParameterizedTest
  @ValueSource(strings = {"/wishes", "/wishes/0199", "/consoles", "/apis"})
  void anyPathIsAPathOfThePhonePages(String path) throws Exception {
    web.perform(get(path)).andExpect(status().isOk()).andExpect(content().string(titled("phone")));
  }

  @Test
  void soIsTheRoot() throws Exception {
    web.perform(get("/")).andExpect(status().isOk()).andExpect(forwardedUrl("index.html"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console", "/console/", "/console/wishes/0199"})
  void exceptBelowTheConsole(String path) throws Exception {
    web.perform(get(path))
        .andExpect(status().isOk())
        .andExpect(content().string(titled("console")))
        .andExpect(header().string("Cache-Control", "no-cache"))
        .andExpect(header().doesNotExist("Last-Modified"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nowhere", "/api", "/robots.txt", "/assets/gone.js"})
  void whatIsNoPageStaysAProblem(String path) throws Exception {
    web.perform(get(path))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.type").value("urn:problem:not-found"));
  }

  @Test
  void filesNamedByTheirContentAreKeptForever() throws Exception {
    web.perform(get("/assets/app-3f2a.js"))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "max-age=31536000, immutable"));
  }

  private static String titled(String title) {
    return "<!doctype html>\n<title>" + title + "</title>\n";
  }
}
