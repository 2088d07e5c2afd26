package html

// script adds the filter by operation and text, and opens what a link leads to. The page has all its content without it. It holds no
// comment and no template action: its hash is in the policy of the page.
const script = `(function(){
var d=document,f=d.getElementById('filter'),all=[].slice.call(d.querySelectorAll('[data-class]'));
function each(selector,fn){[].forEach.call(d.querySelectorAll(selector),fn)}
function unfold(){
var e=location.hash.length>1&&d.getElementById(location.hash.slice(1));
for(;e;e=e.parentElement)if(e.tagName==='DETAILS')e.open=true}
addEventListener('hashchange',unfold);unfold();
addEventListener('beforeprint',function(){each('details',function(e){e.open=true})});
if(!f)return;
var op=d.getElementById('op'),q=d.getElementById('q'),out=d.getElementById('shown');
d.documentElement.classList.add('js');
function shows(e,id,text){
var c=f.elements['c-'+e.dataset.class];
return (!c||c.checked)&&(!id||(' '+e.dataset.ops+' ').indexOf(' '+id+' ')>=0)&&
(!text||e.textContent.toLowerCase().indexOf(text)>=0)}
function run(){
var n=0,id=op?op.value:'',text=q.value.toLowerCase();
all.forEach(function(e){var ok=shows(e,id,text);e.hidden=!ok;if(ok)n++});
each('section.class',function(s){if(s.querySelector('[data-class]'))s.hidden=!s.querySelector('[data-class]:not([hidden])')});
if(id||text)each('section.class details.fold',function(s){s.open=true});
out.textContent=n===all.length?'All '+n+' changes':n+' of '+all.length+' changes'}
f.addEventListener('input',run);
f.addEventListener('reset',function(){setTimeout(run)});
f.addEventListener('submit',function(e){e.preventDefault()});
run()})();`
