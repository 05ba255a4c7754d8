package org.silian.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTableTests {

  @TempDir Path data;

  @Test
  void columnsStandUnderEachOtherThoughChineseTakesTwo() throws IOException {
    Files.writeString(
        data.resolve("sign-ins.csv"),
        """
        role,name,organisation,phone,password
        RESIDENT,李阿槐,秀灵南社区,19900000040,pcnd-myxn-4578
        DISTRICT_LEADER,唐予和,西乡塘区,19900000043,pcnd-myxn-4578
        """);

    var table = SignInTable.in(data);

    assertThat(table.password()).isEqualTo("pcnd-myxn-4578");
    assertThat(table.lines(role -> role.equals("RESIDENT") ? "居民" : "城区领导"))
        .containsExactly(
            "岗位 Post  姓名 Name  单位 Where  手机 Phone",
            "居民       李阿槐     秀灵南社区  19900000040",
            "城区领导   唐予和     西乡塘区    19900000043");
  }

  @Test
  void isEmptyWhereTheDemoHasWrittenNone() {
    assertThat(SignInTable.in(data).isEmpty()).isTrue();
  }
}
