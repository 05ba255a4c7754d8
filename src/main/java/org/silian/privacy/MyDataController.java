package org.silian.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import java.util.UUID;
import org.silian.journal.Actor;
import org.silian.permission.FreshSignIn;
import org.silian.permission.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 我的数据: what is kept of oneself, a copy of it, consents, and being forgotten. */
@RestController
@RequestMapping(path = "/api/my-data", produces = MediaType.APPLICATION_JSON_VALUE)
class MyDataController {

  private final MyData data;
  private final MyDataCopy copy;

  MyDataController(MyData data, MyDataCopy copy) {
    this.data = data;
    this.copy = copy;
  }

  /** All of it. */
  record MyDataView(List<MyData.MyKind> kinds, List<MyData.MyConsent> consents) {}

  @GetMapping
  @SignedIn
  MyDataView mine() {
    var person = Actor.current().personOrRefuse();
    return new MyDataView(data.of(person), data.consents(person));
  }

  /** A file to take away: a phone left lying about is not enough. */
  @PostMapping(path = "/copy", produces = "application/zip")
  @SignedIn
  @FreshSignIn
  ResponseEntity<byte[]> copy() {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("my-data.zip").build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(copy.zip(Actor.current().personOrRefuse()));
  }

  /** What stands in the way of being erased, and what stays by law. */
  @GetMapping("/erasure")
  @SignedIn
  List<MyData.MyStanding> standing() {
    return data.standing(Actor.current().personOrRefuse());
  }

  /**
   * @param sure that she knows that nothing brings it back
   */
  record ErasureForm(@AssertTrue boolean sure) {}

  @PostMapping("/erasure")
  @SignedIn
  @FreshSignIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(@Valid @RequestBody ErasureForm form) {
    data.erase(Actor.current().personOrRefuse());
  }

  @PostMapping("/consents/{id}/withdrawal")
  @SignedIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id) {
    data.withdraw(Actor.current().personOrRefuse(), id);
  }
}
