package io.shopkeeper.console.jobs;

import io.shopkeeper.platform.boundary.JobLogLine;
import io.shopkeeper.platform.boundary.Jobs;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** A job's whole log as a text. */
@WebServlet("/job-log.txt")
public class JobLogDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int PAGE = 2000;

  @Inject private transient Jobs jobs;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String given = request.getParameter("id");
    long id = given != null && given.matches("\\d{1,18}") ? Long.parseLong(given) : 0;
    if (jobs.find(id).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"job-" + id + ".txt\"");
    PrintWriter out = response.getWriter();
    List<JobLogLine> page = jobs.log(id, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(line -> out.println(line.at() + "  " + line.text()));
      page = jobs.log(id, page.getLast().id(), PAGE);
    }
  }
}
