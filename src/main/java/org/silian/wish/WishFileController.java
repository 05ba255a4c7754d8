package org.silian.wish;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.silian.permission.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a wish; they are listed and opened as those of any record. */
@RestController
@RequestMapping(path = "/api/wishes/{id}/files/{file}", produces = MediaType.APPLICATION_JSON_VALUE)
class WishFileController {

  private final WishFiles files;

  WishFileController(WishFiles files) {
    this.files = files;
  }

  /** Attaches an upload that has arrived; sent again, it changes nothing. */
  @PutMapping
  @Requires("wish.files")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void attach(@PathVariable UUID id, @PathVariable UUID file) {
    files.attach(id, file);
  }

  record WishFileRemoval(@NotBlank @Size(max = 200) String reason) {}

  @PostMapping("/removal")
  @Requires("wish.files")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @PathVariable UUID id, @PathVariable UUID file, @RequestBody @Valid WishFileRemoval form) {
    files.remove(id, file, form.reason());
  }
}
