# conform for bash; in ~/.bashrc:  eval "$(conform completion bash)"
_conform() {
  local line=${COMP_LINE#* } word=${COMP_LINE:0:COMP_POINT} IFS=$'\n'
  local offered
  offered=$(conform "[suggest:$((COMP_POINT - ${#COMP_LINE} + ${#line}))]" "$line" 2> /dev/null)
  word=${word##* }
  COMPREPLY=($(compgen -W "$offered" -- "$word"))
  # bash takes a colon and an equals sign for the end of a word.
  local part=${word%"${word##*[:=]}"} i
  for i in "${!COMPREPLY[@]}"; do COMPREPLY[i]=${COMPREPLY[i]#"$part"}; done
  [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]] && compopt -o nospace
}
complete -F _conform conform
