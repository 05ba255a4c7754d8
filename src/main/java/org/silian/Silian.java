package org.silian;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The system on which a district runs its neighbourhoods with its universities and its police. */
@SpringBootApplication
public class Silian {

  public static void main(String[] arguments) {
    SpringApplication.run(Silian.class, arguments);
  }
}
