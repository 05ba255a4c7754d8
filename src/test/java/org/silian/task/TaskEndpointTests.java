package org.silian.task;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silian.ModuleTest;
import org.silian.TestRecords;
import org.silian.journal.Actor;
import org.silian.notice.Notices;
import org.silian.organisation.AppointmentManagement;
import org.silian.organisation.AppointmentManagement.Appointing;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.OrganisationManagement;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What Today sends and takes; who may is asked by filters, which stay outside here. */
@ModuleTest
class TaskEndpointTests {

  private static final LocalDate BEFORE = LocalDate.of(2026, 1, 5);

  @Autowired private WebApplicationContext context;
  @Autowired private Tasks tasks;
  @Autowired private Notices notices;
  @Autowired private TestRecords records;
  @Autowired private OrganisationManagement organisations;
  @Autowired private OrganisationDirectory directory;
  @Autowired private AppointmentManagement appointments;
  @Autowired private PersonManagement people;

  private MockMvc mvc;
  private UUID street;
  private Actor leader;
  private Actor worker;

  @BeforeEach
  void found() {
    mvc = MockMvcBuilders.webAppContextSetup(context).build();
    Actor.SYSTEM.run(
        () -> {
          var district =
              directory
                  .district()
                  .map(root -> root.id())
                  .orElseGet(() -> organisation(OrganisationKind.DISTRICT, null));
          street = organisation(OrganisationKind.STREET, district);
          leader = actor(Role.DISTRICT_LEADER, district);
          worker = actor(Role.STREET_WORKER, street);
        });
  }

  @Test
  void listsAndCounts() throws Exception {
    open(LocalDate.of(2026, 11, 20));
    send(worker, get("/api/tasks").param("list", "mine"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].due").value("2026-11-20"))
        .andExpect(jsonPath("$.items[0].overdue").value(true))
        .andExpect(jsonPath("$.items[0].subject.title").value("换一盏灯"))
        .andExpect(jsonPath("$.items[0].urged").doesNotExist())
        .andExpect(jsonPath("$.next").doesNotExist());
    send(worker, get("/api/tasks/summary"))
        .andExpect(jsonPath("$.open").value(1))
        .andExpect(jsonPath("$.overdue").value(1))
        .andExpect(jsonPath("$.waiting").value(0));
  }

  @Test
  void pagesAreBounded() throws Exception {
    send(worker, get("/api/tasks").param("list", "mine").param("size", "101"))
        .andExpect(status().isBadRequest());
    send(worker, get("/api/tasks").param("list", "all")).andExpect(status().isBadRequest());
    send(worker, get("/api/tasks").param("list", "mine").param("after", "x"))
        .andExpect(status().isBadRequest());
  }

  @Test
  void urgingNeedsWordsAndTheVersionSeen() throws Exception {
    var task = open(LocalDate.of(2026, 11, 20));
    send(leader, urge(task, "请今天办结")).andExpect(status().isPreconditionRequired());
    send(leader, urge(task, " ").header("If-Match", "\"1\""))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("words"));
    send(leader, urge(task, "请".repeat(201)).header("If-Match", "\"1\""))
        .andExpect(status().isBadRequest());
    send(leader, urge(task, "请今天办结").header("If-Match", "\"1\""))
        .andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"2\""))
        .andExpect(jsonPath("$.urged.words").value("请今天办结"));
    send(leader, urge(task, "请今天办结").header("If-Match", "\"1\""))
        .andExpect(status().isPreconditionFailed());
    send(worker, urge(task, "请今天办结").header("If-Match", "\"2\""))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:problem:task.not-own-line"));
  }

  @Test
  void aTaskGoesToOneOfThePostsOffered() throws Exception {
    var task = open(LocalDate.of(2026, 11, 20));
    var colleague = Actor.SYSTEM.call(() -> actor(Role.STREET_WORKER, street));
    send(worker, get("/api/tasks/{id}/successors", task))
        .andExpect(jsonPath("$[0].id").value(String.valueOf(colleague.appointment())))
        .andExpect(jsonPath("$[0].person.name").value("黄一"));
    send(
            worker,
            post("/api/tasks/{id}/hand-over", task)
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"post\":\"%s\"}".formatted(colleague.appointment())))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.steps", hasSize(0)));
  }

  @Test
  void theInboxIsReadOneByOneOrAtOnce() throws Exception {
    notices.tell(List.of(worker.personOrRefuse()), "task.urged", records.closed(), Map.of());
    send(worker, get("/api/notices/unread")).andExpect(jsonPath("$.count").value(1));
    send(worker, get("/api/notices"))
        .andExpect(jsonPath("$.items[0].read").value(false))
        .andExpect(jsonPath("$.items[0].subject").doesNotExist());
    send(worker, put("/api/notices/{id}/read", UUID.randomUUID())).andExpect(status().isNotFound());
    send(worker, put("/api/notices/read")).andExpect(status().isNoContent());
    send(worker, get("/api/notices/unread")).andExpect(jsonPath("$.count").value(0));
  }

  private UUID open(LocalDate due) {
    return tasks.open(
        new Opening(
            "test.check",
            records.open("2026-0412", "换一盏灯"),
            new Owner.OfPosts(street, "task.hand-over"),
            due,
            null));
  }

  private static MockHttpServletRequestBuilder urge(UUID task, String words) {
    return post("/api/tasks/{id}/urges", task)
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"words\":\"%s\"}".formatted(words));
  }

  private ResultActions send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
    return actor.<ResultActions, Exception>call(() -> mvc.perform(request));
  }

  private UUID organisation(OrganisationKind kind, @Nullable UUID parent) {
    return organisations.found(new Founding(kind, "北湖街道", parent, null, null, BEFORE));
  }

  private Actor actor(Role role, UUID organisation) {
    var person = people.register("黄一", null);
    var post =
        appointments.appoint(new Appointing(person, role, organisation, BEFORE, null, null, null));
    return new Actor(person, post, role, organisation, directory.get(organisation).path());
  }
}
