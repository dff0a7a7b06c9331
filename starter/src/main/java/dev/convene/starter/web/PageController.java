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

    @GetMapping("/meet/{link}")
    String meet() {
        return "forward:/convene/meet.html";
    }

    /** A link of which the end was lost: the page says so. */
    @GetMapping("/meet/")
    String meetNobody() {
        return meet();
    }

    /** A link to which something was added; the page's own links do not work below it. */
    @GetMapping("/meet/{link}/")
    String meetExactly() {
        return "redirect:/meet/{link}";
    }
}
