package org.silian.task;

import java.util.List;
import org.silian.exchange.ExportFilters;
import org.silian.exchange.ExportList;
import org.silian.language.Texts;
import org.silian.task.TaskController.TaskList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task lists of Today, as their cards ask for them. */
@Configuration(proxyBeanMethods = false)
class TaskExport {

  @Bean
  ExportList taskList(TaskController tasks, Texts texts) {
    return new ExportList(
        "tasks",
        null,
        List.of("title", "number", "due", "from", "holder", "urged"),
        (filters, after, size) ->
            tasks
                .list(which(filters), after, size)
                .map(
                    task ->
                        List.of(
                            task.title(),
                            task.subject().number() == null ? "" : task.subject().number(),
                            task.due() == null ? "" : task.due(),
                            task.from() == null ? "" : task.from().name(),
                            task.holder() == null ? "" : task.holder().name(),
                            task.urged() == null ? "" : task.urged().at())),
        filters -> List.of(texts.text("export.tasks.list." + which(filters))));
  }

  private static TaskList which(ExportFilters filters) {
    var list = filters.one("list", TaskList.class);
    return list == null ? TaskList.mine : list;
  }
}
