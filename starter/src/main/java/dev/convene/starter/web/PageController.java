package dev.convene.starter.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages people use; what is behind them is the API. */
@Controller
class PageController {

    @GetMapping("/console")
    String console() {
        return "forward:/convene/console.html";
    }

    /** Without a link, the end of one was lost: the page says so. */
    @GetMapping({"/meet/{link}", "/meet/"})
    String meet() {
        return "forward:/convene/meet.html";
    }
}
