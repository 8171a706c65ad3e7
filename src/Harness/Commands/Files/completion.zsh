# conform for zsh; in ~/.zshrc, behind compinit:  eval "$(conform completion zsh)"
_conform() {
  local line="${BUFFER#* }"
  local -a offered
  offered=("${(@f)$(conform "[suggest:$((CURSOR - ${#BUFFER} + ${#line}))]" "$line" 2> /dev/null)}")
  compadd -S '' -M 'r:|/=* r:|=*' -a offered
}
compdef _conform conform
