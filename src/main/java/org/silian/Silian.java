package org.silian;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The system on which a district runs its neighbourhoods with its universities and its police. */
@SpringBootApplication
@EnableScheduling
public class Silian {

  public static void main(String[] arguments) {
    SpringApplication.run(Silian.class, arguments);
  }

  /** The one source of time; tests bring their own, and the demo travels in this one. */
  @Bean
  @Profile("!test")
  Clock clock() {
    return Clock.systemUTC();
  }
}
