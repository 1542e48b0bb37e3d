package org.sweetie.console.live;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.sweetie.bridge.channel.WebChat;

/** The page a person types in, where there is a web chat: in a demo alone (CONDUCT B13). */
@Controller
@ConditionalOnBean(WebChat.class)
class RoomPage {
  @GetMapping("/room")
  String room(Model model) {
    model.addAttribute("longest", WebChat.LONGEST);
    return "room";
  }
}
