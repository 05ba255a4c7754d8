package org.silian.launch;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.silian.access.AccessSetup;
import org.silian.access.WayBack;
import org.silian.language.Texts;
import org.silian.tenancy.District;
import org.silian.tenancy.Districts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal, once all is ready, where to go and how to come in. */
@Component
@Profile("!test")
@EnableConfigurationProperties(LaunchProperties.class)
class Greeting {

  private static final String WHITE_ON_BLACK = "\u001b[97;40m";
  private static final String PLAIN = "\u001b[0m";

  private final LaunchProperties properties;
  private final Districts districts;
  private final AccessSetup setup;
  private final WayBack wayBack;
  private final Texts texts;
  private final Environment environment;
  private final PrintStream out = System.out;

  Greeting(
      LaunchProperties properties,
      Districts districts,
      AccessSetup setup,
      WayBack wayBack,
      Texts texts,
      Environment environment) {
    this.properties = properties;
    this.districts = districts;
    this.setup = setup;
    this.wayBack = wayBack;
    this.texts = texts;
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.LOWEST_PRECEDENCE)
  void greet() {
    var port = environment.getRequiredProperty("local.server.port");
    var address = "http://localhost:" + port;
    out.println();
    out.println("  四联 Silian · " + (properties.demo() ? "演示数据 demo data" : names()));
    out.println();
    out.println("  打开 Open   " + address);
    NetworkAddress.ofThisComputer().ifPresent(host -> invitePhones("http://" + host + ":" + port));
    if (properties.demo()) {
      showSignIns(address);
    } else {
      var all = districts.all();
      for (var district : all) {
        var at = all.size() == 1 ? address : "https://" + district.host();
        district.call(setup::link).ifPresent(link -> showSetup(district.name(), at + link));
        if (properties.wayBack()) {
          showWayBack(district.name(), at + district.call(wayBack::link));
        }
      }
    }
    out.println();
    out.println("  停止 Stop   Ctrl-C");
    out.println();
    out.flush();
  }

  private String names() {
    return districts.all().stream().map(District::name).collect(Collectors.joining("、"));
  }

  private void invitePhones(String address) {
    var code = new QrCode(address);
    var colours = isTerminal();
    out.println("  手机 Phone  " + address + "   (同一网络 same network)");
    out.println();
    for (var line : code.lines()) {
      out.println("  " + (colours ? WHITE_ON_BLACK + line + PLAIN : line));
    }
  }

  /** Of JDK 22 to 24 alone is it true that there is always a console. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  private void showSignIns(String address) {
    var table = SignInTable.in(properties.data());
    if (table.isEmpty()) {
      return;
    }
    out.println();
    out.println("  演示账号 Demo sign-ins   密码 password: " + table.password());
    out.println("  工作台 Staff console     " + address + "/console/");
    out.println();
    table.lines(this::roleName).forEach(line -> out.println("  " + line));
  }

  private String roleName(String role) {
    return Texts.LANGUAGES.stream()
        .map(language -> texts.text("role." + role, language))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private void showSetup(String district, String link) {
    out.println();
    out.println("  " + district + " 还没有管理员。请打开此链接设立，只能用一次：");
    out.println("  Nobody administers this district yet. Set it up here; the link works once:");
    out.println();
    out.println("  " + link);
  }

  private void showWayBack(String district, String link) {
    out.println();
    out.println("  " + district + " 管理员找回登录，一小时内有效，只能用一次：");
    out.println("  The way back in for an administrator, good for an hour; it works once:");
    out.println();
    out.println("  " + link);
  }
}
