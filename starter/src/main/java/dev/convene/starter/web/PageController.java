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
}
