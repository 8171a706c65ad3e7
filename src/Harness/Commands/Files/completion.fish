# conform for fish; once:  conform completion fish > ~/.config/fish/completions/conform.fish
function __conform_offered
    set -l line (string replace -r '^\s*\S+\s?' '' -- (commandline -cp))
    conform "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c conform -f -a '(__conform_offered)'
