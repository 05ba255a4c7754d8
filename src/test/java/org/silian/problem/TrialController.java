package org.silian.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.silian.permission.Open;
import org.silian.permission.Requires;
import org.silian.permission.SignedIn;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goes wrong in every way there is. */
@Hidden
@NullMarked
@Profile("test")
@RestController
@RequestMapping(path = "/api/trial", produces = MediaType.APPLICATION_JSON_VALUE)
class TrialController {

  private final JdbcClient jdbc;

  TrialController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  enum Size3 {
    SMALL,
    LARGE
  }

  record TrialInner(@NotBlank String what, int howMany) {}

  record TrialForm(
      @NotBlank @Size(max = 5) String name,
      Size3 size,
      @Nullable String note,
      @Valid TrialInner inner,
      List<@Valid TrialInner> more) {}

  @PostMapping
  @Open
  TrialForm echo(@RequestBody @Valid TrialForm form) {
    return form;
  }

  @PostMapping("/change")
  @Open
  String change(@RequestHeader("If-Match") String ifMatch) {
    return ifMatch;
  }

  @PostMapping("/creation")
  @Open
  String create(@RequestHeader("Idempotency-Key") String key) {
    return key;
  }

  @GetMapping("/list")
  @Open
  List<Integer> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    return List.of(size);
  }

  @GetMapping("/one/{id}")
  @Open
  UUID one(@PathVariable UUID id) {
    return id;
  }

  @GetMapping("/refusal/{kind}")
  @Open
  String refuse(@PathVariable String kind) {
    throw switch (kind) {
      case "invalid" -> Refusal.invalid("wish.over-cap", "costFen").with("cap", 500);
      case "not-found" -> Refusal.notFound("not-found");
      case "conflict" -> Refusal.conflict("wish.already-claimed");
      case "rule" -> Refusal.ruleBroken("wish.own");
      case "stale" -> Refusal.stale();
      case "too-many" -> Refusal.tooMany("too-many");
      case "forbidden" -> Refusal.forbidden("figure.counts-only");
      case "unwritten" -> Refusal.conflict("nobody.wrote-this");
      case "version" -> new OptimisticLockingFailureException("changed");
      default -> new IllegalStateException("a secret of the house");
    };
  }

  @GetMapping("/constraint")
  @Open
  String constraint(@RequestParam String name) {
    jdbc.sql("create temporary table trial (a int constraint \"%s\" check (a > 0))".formatted(name))
        .update();
    try {
      jdbc.sql("insert into trial values (0)").update();
    } finally {
      jdbc.sql("drop table trial").update();
    }
    return "";
  }

  @GetMapping("/signed-in")
  @SignedIn
  String signedIn() {
    return "";
  }

  @GetMapping("/required")
  @Requires("wish.verify")
  String required() {
    return "";
  }
}
